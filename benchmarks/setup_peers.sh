#!/usr/bin/env bash
# Installs the peers into a folder, each in its own environment, from package registries by name only.
#
#   benchmarks/setup_peers.sh PEERS CHECKPOINT [llama|openvino ...]
#
# PEERS: the folder to fill (about 4 GB). CHECKPOINT: the folder that `python -m benchmarks` printed, or any other
# in Hugging Face layout. What is there already is kept; remove PEERS/llama or PEERS/openvino to make it anew.
# Takes about half an hour on two cores and runs at the lowest priority.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
peers=$(realpath -m "${1:?PEERS}")
checkpoint=$(realpath "${2:?CHECKPOINT}")
shift 2
[ $# -gt 0 ] || set -- llama openvino
python=${PYTHON:-python3}
jobs=${JOBS:-2}
export HF_HUB_OFFLINE=1 PIP_DISABLE_PIP_VERSION_CHECK=1
renice -n 15 $$ >/dev/null
mkdir -p "$peers"
# Without the constraint pip replaces torch by a newer one with gigabytes of CUDA.
echo "torch==2.13.0" >"$peers/constraints.txt"

large_pages() { # FILE: written anew in 4 MiB pieces, so that mapping it gives large pages, as for everybody else
    dd if="$1" of="$1.part" bs=4M status=none
    mv "$1.part" "$1"
}

environment() { # NAME
    [ -x "$peers/$1/bin/python" ] || "$python" -m venv "$peers/$1"
}

llama() {
    local root=$peers/llama source
    environment llama
    if ! compgen -G "$root/source/llama_cpp_python-*/vendor/llama.cpp" >/dev/null; then
        mkdir -p "$root/source"
        # The source package: the wheels are built without AVX-512.
        "$root/bin/pip" download -q --no-deps --no-binary :all: llama-cpp-python -d "$root/source"
        tar -xf "$root"/source/llama_cpp_python-*.tar.gz -C "$root/source"
    fi
    source=$(echo "$root"/source/llama_cpp_python-*/vendor/llama.cpp)
    # gcc before 13 believes that ldtilecfg reads 8 bytes and drops the stores before it: SIGSEGV on AMX machines.
    sed -i 's/^    _tile_loadconfig(&tc);/    asm volatile("" :: "r"(\&tc) : "memory"); _tile_loadconfig(\&tc);/' \
        "$source/ggml/src/ggml-cpu/amx/mmq.cpp"
    if [ ! -x "$root/build/bin/llama-server" ]; then
        cmake -S "$source" -B "$root/build" -DCMAKE_BUILD_TYPE=Release -DGGML_NATIVE=ON -DBUILD_SHARED_LIBS=OFF \
            -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF >"$root/build.log"
        cmake --build "$root/build" -j "$jobs" --target llama-bench llama-quantize llama-server >>"$root/build.log"
    fi
    if [ ! -f "$root/model-bf16.gguf" ]; then
        "$root/bin/pip" install -q -c "$peers/constraints.txt" torch==2.13.0 transformers sentencepiece protobuf gguf
        "$root/bin/python" "$source/convert_hf_to_gguf.py" "$checkpoint" --outtype bf16 --outfile "$root/part.gguf"
        large_pages "$root/part.gguf"
        mv "$root/part.gguf" "$root/model-bf16.gguf"
    fi
    for precision in q8_0 q4_0 q4_k_m; do
        [ ! -f "$root/model-$precision.gguf" ] || continue
        "$root/build/bin/llama-quantize" "$root/model-bf16.gguf" "$root/part.gguf" "${precision^^}" "$jobs"
        large_pages "$root/part.gguf"
        mv "$root/part.gguf" "$root/model-$precision.gguf"
    done
}

openvino() {
    local root=$peers/openvino
    environment openvino
    if [ ! -d "$root/model-int8" ]; then
        "$root/bin/pip" install -q torch==2.13.0
        "$root/bin/pip" install -q -c "$peers/constraints.txt" openvino-genai "optimum-intel[openvino]"
        # The registry's torchvision is built for another torch, and importing it would fail.
        "$root/bin/pip" uninstall -q -y torchvision
        "$root/bin/optimum-cli" export openvino -m "$checkpoint" --task text-generation-with-past \
            --weight-format int8 "$root/part-int8"
        large_pages "$root/part-int8/openvino_model.bin"
        mv "$root/part-int8" "$root/model-int8"
    fi
}

for peer in "$@"; do
    echo "== $peer"
    "$peer"
done
echo "ready: python -m benchmarks --peers $peers  (from $(dirname "$here"))"
