#!/usr/bin/env bash
# The one gate: sets up what is missing, builds with warnings as errors, checks formatting, runs every test.
# Last line: "N passed, N failed, N skipped". See CONTRIBUTING.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    cat <<'TEXT'
Usage: ./test.sh [--quick] [PROJECT...]

  --quick    leave out PostgreSQL and the browser
  PROJECT    run only these test projects, such as Splot.Kernel.Tests
  --help     this text

With CI=true a test that was skipped for want of a tool fails the run.
TEXT
}

quick=no
only=()
for word in "$@"; do
    case "$word" in
        --quick) quick=yes ;;
        --help | -h) usage; exit 0 ;;
        -*) echo "Unknown option $word. Try ./test.sh --help." >&2; exit 2 ;;
        *) only+=("$word") ;;
    esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
results="$PWD/artifacts/tests"
work=""
postgres_bin=""
declare -A running=()

as_postgres() { # PostgreSQL refuses to run as root
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

cleanup() {
    local pid
    for pid in "${!running[@]}"; do kill "$pid" 2>/dev/null || true; done
    if [ -n "$work" ]; then
        if [ -f "$work/pg/data/postmaster.pid" ]; then
            (cd / && as_postgres "$postgres_bin/pg_ctl" stop -s -D "$work/pg/data" -m immediate) >/dev/null 2>&1 || true
        fi
        rm -rf "$work"
    fi
}
trap cleanup EXIT
trap 'exit 130' INT TERM

missing() { # a requirement is not there: one plain sentence, exit 3
    echo "$1" >&2
    exit 3
}

step() { printf '\n== %s\n' "$1"; }

find_postgres() {
    local folder
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr) "$(dirname "$(command -v initdb || echo /nowhere/initdb)")"; do
        [ -x "$folder/initdb" ] || continue
        [ "$("$folder/initdb" --version | grep -oE '[0-9]+' | head -1)" -ge 15 ] || continue
        postgres_bin="$folder"
        return 0
    done
    return 1
}

find_chromium() { # the shell without a window first: the same engine at half the work
    command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome
}

install_tools() {
    local wanted=()
    find_postgres || wanted+=(postgresql)
    find_chromium >/dev/null || wanted+=(chromium-headless-shell)
    [ ${#wanted[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ] || [ ! -f /etc/debian_version ]; then
        missing "The full test run needs PostgreSQL 15 or newer and Chromium; install ${wanted[*]}, or run ./test.sh --quick."
    fi
    step "Installing ${wanted[*]}"
    export DEBIAN_FRONTEND=noninteractive
    local apt=(apt-get -qq -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update </dev/null
    "${apt[@]}" install -y --no-install-recommends "${wanted[@]}" </dev/null >/dev/null
    find_postgres || missing "PostgreSQL 15 or newer could not be installed."
    find_chromium >/dev/null || missing "Chromium could not be installed."
}

start_postgres() { # one temporary cluster for all test processes, on a socket in its own folder: no port to fight over
    local folder="$work/pg"
    mkdir -p "$folder"
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
    chmod 755 "$work"
    (
        cd /
        as_postgres "$postgres_bin/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$work/initdb.log"
        as_postgres "$postgres_bin/pg_ctl" start -s -w -D "$folder/data" -l "$folder/log" \
            -o "-k $folder -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_wal_size=512MB -c max_prepared_transactions=4 -c max_connections=300"
    ) </dev/null || missing "A temporary PostgreSQL cluster could not be started."
    export SPLOT_TEST_POSTGRES="Host=$folder;Username=postgres;Database=postgres"
}

attribute() { # value of an attribute of the <assembly> element
    grep -oE -m1 '<assembly [^>]*>' "$1" | grep -oE "[ ]$2=\"[0-9]+\"" | grep -oE '[0-9]+' || echo 0
}

start_project() {
    local name="$1" program="tests/$1/bin/Debug/net10.0/$1"
    timeout --kill-after=30 1500 "$program" -noLogo -noColor -longRunning 120 -xml "$results/$name.xml" >"$results/$name.log" 2>&1 </dev/null &
    running[$!]="$name"
}

finish_one() { # waits for any project and adds up what it did
    local pid name code=0
    wait -n -p pid "${!running[@]}" || code=$?
    name="${running[$pid]}"
    unset "running[$pid]"
    local report="$results/$name.xml" ran=0 failed_here=1 passed_here=0 skipped_here=0
    if [ -s "$report" ] && grep -q '</assemblies>' "$report"; then
        ran="$(attribute "$report" total)"
        passed_here="$(attribute "$report" passed)"
        skipped_here="$(attribute "$report" skipped)"
        failed_here=$(($(attribute "$report" failed) + $(attribute "$report" errors)))
    fi
    [ "$code" -eq 0 ] || [ "$failed_here" -gt 0 ] || failed_here=1
    passed=$((passed + passed_here)); failed=$((failed + failed_here)); skipped=$((skipped + skipped_here))
    printf '%-28s %5d passed, %d failed, %d skipped\n' "$name" "$passed_here" "$failed_here" "$skipped_here"
    if [ "$failed_here" -gt 0 ]; then
        sed 's/^/    /' "$results/$name.log"
        problems+=("$name failed.")
    elif [ "$ran" -eq 0 ]; then
        problems+=("$name ran no test.")
    fi
}

check_skips() { # outside CI a skip is told, in CI only the folder of shared material may be absent
    local reasons
    reasons="$(cat "$results"/*.xml 2>/dev/null | grep -oE '<reason>.*</reason>' | sed -e 's/<reason>//' -e 's/<!\[CDATA\[//' -e 's/\]\]>//' -e 's/<\/reason>//' | sort | uniq -c || true)"
    [ -n "$reasons" ] || return 0
    step "Skipped"
    echo "$reasons"
    if [ "${CI:-}" = true ] && [ "$quick" = no ] && echo "$reasons" | grep -qvF "../shared"; then
        problems+=("A test was skipped for want of a tool.")
    fi
}

slowest() {
    step "Ten slowest tests"
    { cat "$results"/*.xml 2>/dev/null | grep -oE '<test [^>]*>' || true; } \
        | sed -nE 's/.*[ ]name="([^"]*)".*[ ]time="([0-9.]+)".*/\2 \1/p' | sort -rn | awk 'NR <= 10' \
        | sed -e 's/&quot;/"/g' -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' | awk '{ s = $1; $1 = ""; printf "%8.2f s %s\n", s, $0 }'
}

command -v dotnet >/dev/null || missing "Splot needs the .NET SDK 10; install it and try again."
command -v npm >/dev/null || missing "Splot needs Node 20 or newer with npm; install it and try again."
work="$(mktemp -d)"
if [ "$quick" = no ]; then
    install_tools
    start_postgres
    SPLOT_TEST_CHROMIUM="$(find_chromium)"
    export SPLOT_TEST_CHROMIUM
else
    unset SPLOT_TEST_POSTGRES
    export SPLOT_TEST_QUICK=true
fi

step "Building"
dotnet build Splot.slnx --disable-build-servers -v quiet -clp:NoSummary </dev/null || { echo "The build failed."; exit 1; }
step "Checking formatting"
dotnet format whitespace Splot.slnx --no-restore --verify-no-changes </dev/null || { echo "Formatting differs: run dotnet format whitespace."; exit 1; }

step "Testing"
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 skipped=0 problems=()
projects=(Splot.Journeys.Tests) # the longest one first
[ "$quick" = no ] || projects=()
for folder in tests/*.Tests; do
    name="$(basename "$folder")"
    [ "$name" = Splot.Journeys.Tests ] || projects+=("$name")
done
[ ${#only[@]} -eq 0 ] || projects=("${only[@]}")

for name in "${projects[@]}"; do
    [ -x "tests/$name/bin/Debug/net10.0/$name" ] || { echo "There is no test project $name." >&2; exit 2; }
    [ ${#running[@]} -lt 2 ] || finish_one
    start_project "$name"
done
while [ ${#running[@]} -gt 0 ]; do finish_one; done

check_skips
slowest
echo
for problem in "${problems[@]}"; do echo "$problem"; done
echo "$passed passed, $failed failed, $skipped skipped"
[ ${#problems[@]} -eq 0 ]
