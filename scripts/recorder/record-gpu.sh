#!/usr/bin/env bash
# Records PyTorch and JAX, whichever are there, on a GPU: 768 -> 768 and 4096 -> 4096 in float32, TF32, bfloat16 and
# float16. For each it prints which kernels run. About ten minutes; what is not finished by then is left out.
#
#     bash scripts/recorder/record-gpu.sh FOLDER
#
# PYTHON names the Python (default python3), SECONDS_ALLOWED the time (default 540), DEVICE and SHAPES what to record
# (default cuda, "768x768 4096x4096"); DEVICE=cpu SHAPES=48x16 tries it where there is no GPU.
#
# The formats of one shape and library run at the same time. Where a batch size can't be recorded, its file's reason is in
# the log beside it, and a second file is recorded in another way: from PyTorch with partial sums in float32, from JAX
# without bias, since XLA may round before it adds one. All files replay with: npm run replay -- FOLDER/*.json
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:?Usage: record-gpu.sh FOLDER}
python=${PYTHON:-python3}
device=${DEVICE:-cuda}
read -ra shapes <<< "${SHAPES:-768x768 4096x4096}"
ends=$((SECONDS + ${SECONDS_ALLOWED:-540}))
export PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
mkdir -p "$folder"

attempt() { # attempt NAME LIBRARY SHAPE DTYPE UNTIL [OPTION...]
  [ $((SECONDS + 5)) -lt "$5" ] || return 2
  "$python" "$here/public/record_orders.py" --library "$2" --in "${3%x*}" --out "${3#*x}" --dtype "$4" --device "$device" \
    --batches 1,2,4,8,16,64,128 --kernels --time-limit $(($5 - SECONDS - 3)) "${@:6}" --output "$folder/$1.json" > "$folder/$1.log" 2>&1
}

record() { # record LIBRARY SHAPE DTYPE UNTIL
  local name=$1-$2-$3 until=$4
  case $1-$3 in jax-*16) until=$((SECONDS + ($4 - SECONDS) / 3)) ;; esac  # most of it is for the second file
  attempt "$name" "${@:1:3}" "$until" && return
  case $1-$3 in
    torch-bfloat16 | torch-float16) attempt "$name-float32-reductions" "$@" --float32-reductions || true ;;
    jax-bfloat16 | jax-float16) attempt "$name-no-bias" "$@" --no-bias || true ;;
  esac
}

libraries=()
for library in torch jax; do
  if "$python" -c "import $library" 2> "$folder/import.log"; then libraries+=("$library"); else echo "$library is not recorded: $(tail -n 1 "$folder/import.log")"; fi
done
rm -f "$folder/import.log"
dtypes=(float32 bfloat16 float16)
[ "$device" = cpu ] || dtypes+=(tf32)

turns=$((${#shapes[@]} * ${#libraries[@]}))
for shape in "${shapes[@]}"; do
  for library in "${libraries[@]}"; do
    until=$((SECONDS + (ends - SECONDS) / turns))
    turns=$((turns - 1))
    for dtype in "${dtypes[@]}"; do
      record "$library" "$shape" "$dtype" "$until" &
    done
    wait
    for log in "$folder/$library-$shape-"*.log; do
      echo "== $(basename "$log" .log)"
      grep -v -e ': probe ' -e '^USDT:' "$log" | cut -c 1-400 || true  # without progress, and what the profiler says
    done
  done
done

find "$folder" -name '*.json' -size +16M -printf '%f has more than 16 MiB.\n'
files=("$folder"/*.json)
[ -e "${files[0]}" ] || { echo 'Nothing could be recorded.'; exit 1; }
if command -v node > /dev/null && [ -d "$here/node_modules" ]; then
  (mapfile -t paths < <(realpath "${files[@]}"); cd "$here"; npm run -s replay -- "${paths[@]}") | tail -n 1
else
  echo "${#files[@]} files, each replayed by the recorder; the page's own replay needs Node: npm run replay -- FOLDER/*.json"
fi
