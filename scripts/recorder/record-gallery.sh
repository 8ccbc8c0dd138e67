#!/usr/bin/env bash
# Records Python libraries for the gallery: Debian's PyTorch, Debian's NumPy on four BLAS libraries, and what virtual
# environments hold.
#
#     bash scripts/recorder/record-gallery.sh FOLDER [ENVIRONMENTS]
#
# ENVIRONMENTS is a folder of virtual environments named torch, numpy, jax, tensorflow and onnxruntime, each with that
# package; those that are missing are left out. Debian's part needs Debian 12 on x86-64 with python3-torch, python3-numpy,
# and libopenblas0-serial, libblis4-serial, libatlas3-base and libblas3, installed or unpacked to DEBIAN_ROOT.
#
# The result depends on the processor: OpenBLAS and MKL take its kernels. The names of recordings say which of OpenBLAS's, and
# avx512 where other libraries use that. Then: npm run replay -- FOLDER/*.json, npx tsx scripts/build-gallery-index.ts.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:?Usage: record-gallery.sh FOLDER [ENVIRONMENTS]}
environments=${2:-}
root=${DEBIAN_ROOT:-}
libraries=$root/usr/lib/x86_64-linux-gnu
units=
grep -qw avx512f /proc/cpuinfo && units=-avx512
export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$here/public
mkdir -p "$folder"

record() { # record NAME PYTHON LIBRARY [OPTION...]
  for shape in 4x8 127x33 768x768 4096x64; do
    # Exit status 1: some batch sizes are not written, and standard error says why.
    "$2" "$here/public/record_orders.py" --library "$3" --batches 1,2,3,4,8,16,17,32,64,128 \
      --in ${shape%x*} --out ${shape#*x} "${@:4}" --output "$folder/$1-$shape.json" || [ $? = 1 ]
  done
}

debian() { # debian NAME LIBRARY BLAS-FOLDER [BACKEND]
  if [ -d "$libraries/$3" ] && LD_LIBRARY_PATH=$libraries/$3:$libraries /usr/bin/python3 -c \
    'import sys, record_orders as r; sys.exit(not r.numpy_backend().startswith(("OpenBLAS", sys.argv[1] + "/")))' "$3"; then
    LD_LIBRARY_PATH=$libraries/$3:$libraries record "$1" /usr/bin/python3 "$2" ${4:+--backend "$4"}
  else
    echo "$1 is not recorded: NumPy does not take its BLAS from $libraries/$3." >&2
  fi
}

core() { # core PYTHON [BLAS-FOLDER]: the processor that OpenBLAS takes its kernels of, as in "OpenBLAS 0.3.21, Zen kernels"
  LD_LIBRARY_PATH=${2:+$libraries/$2:$libraries} "$1" -c 'import record_orders as r; print(r.numpy_backend().split(", ")[-1].split()[0].lower())'
}

version() { # version PACKAGE: the upstream part of its version
  { dpkg-query -W -f '${Version}\n' "$1" 2> /dev/null || zcat "$root/usr/share/doc/$1/changelog.Debian.gz" 2> /dev/null || true; } |
    sed -n '1{s/^.*(\(.*\)).*/\1/; s/^[0-9]*://; s/[-+].*//; p}'
}

environment() { # environment NAME PACKAGE [OPTION...]: NAME has % where the first two parts of the version go
  local python=$environments/$2/bin/python number
  if [ -z "$environments" ] || ! number=$("$python" -c 'import importlib.metadata as m, sys; print(next(d.version for d in m.distributions() if d.metadata["Name"].replace("-", "_") in (sys.argv[1], sys.argv[1] + "_cpu")))' "$2"); then
    echo "$1 is not recorded: there is no $2 in ${environments:-a virtual environment}/$2." >&2
  else
    record "${1/\%/$(cut -d. -f1,2 <<< "$number")}" "$python" "$2" "${@:3}"
  fi
}

debian "pytorch-1.13-openblas-$(core /usr/bin/python3 openblas-serial)" torch openblas-serial
debian "numpy-1.24-openblas-$(core /usr/bin/python3 openblas-serial)" numpy openblas-serial
debian numpy-1.24-blis numpy blis-serial "BLIS $(version libblis4-serial)"
debian numpy-1.24-atlas numpy atlas "ATLAS $(version libatlas3-base)"
debian numpy-1.24-reference numpy blas "reference BLAS $(version libblas3)"
environment pytorch-%-mkl$units torch
environment pytorch-%-mkl$units-two-threads torch --threads 2
if [ -n "$environments" ]; then
  core=$(core "$environments/numpy/bin/python")
  environment "numpy-%-openblas-$core" numpy
  environment "numpy-%-openblas-$core-two-threads" numpy --threads 2
fi
environment jax-%$units jax
environment tensorflow-%$units tensorflow
environment onnxruntime-%$units onnxruntime
