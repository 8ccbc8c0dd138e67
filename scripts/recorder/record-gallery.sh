#!/usr/bin/env bash
# Records Debian's PyTorch, and Debian's NumPy on four BLAS libraries, for the gallery:
#
#     bash scripts/recorder/record-gallery.sh FOLDER
#
# Needs Debian 12 on x86-64 with python3-torch, python3-numpy, libopenblas0-serial, libblis4-serial, libatlas3-base and
# libblas3. The result depends on the processor: the recordings in public/recordings with avx512 in their names, and those
# of BLIS, were made on one with AVX-512. Then: npm run replay -- FOLDER/*.json, npx tsx scripts/build-gallery-index.ts.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:?Usage: record-gallery.sh FOLDER}
libraries=/usr/lib/x86_64-linux-gnu
mkdir -p "$folder"

record() { # record NAME LIBRARY BLAS-FOLDER [BACKEND]
  for shape in 4x8 768x768 127x33; do
    batches=1,2,4,8,16,128
    [ $shape = 4x8 ] && batches=1,2,4,8,16
    LD_LIBRARY_PATH=$libraries/$3 /usr/bin/python3 "$here/public/record_orders.py" --library "$2" --batches $batches \
      --in ${shape%x*} --out ${shape#*x} ${4:+--backend "$4"} --output "$folder/$1-$shape.json"
  done
}

loaded() { # loaded BLAS-FOLDER: fails unless that is where NumPy takes its sgemm from
  LD_LIBRARY_PATH=$libraries/$1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$here/public /usr/bin/python3 -c \
    'import sys, record_orders; sys.exit(not record_orders.numpy_backend().startswith(sys.argv[1] + "/"))' "$1"
}

version() { # version PACKAGE: the upstream part of its version
  dpkg-query -W -f '${Version}' "$1" | sed 's/^[0-9]*://; s/[-+].*//'
}

record pytorch-1.13-openblas-avx512 torch openblas-serial
record numpy-1.24-openblas-avx512 numpy openblas-serial
loaded blis-serial && record numpy-1.24-blis numpy blis-serial "BLIS $(version libblis4-serial)"
loaded atlas && record numpy-1.24-atlas numpy atlas "ATLAS $(version libatlas3-base)"
loaded blas && record numpy-1.24-reference numpy blas "reference BLAS $(version libblas3)"
