# Shared by ./run, ./check and ./bench: where the project lies, and the tools it is built with.
# To be sourced by a bash script at the root of the project.

project="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
wanted_java=25
wanted_node=20
no_tool=3

say() { printf '%s\n' "$*" >&2; }
stop() { local code="$1"; shift; say "$@"; exit "$code"; }

# The major version of the JDK in a folder, or nothing: it must be able to compile.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to a JDK of the wanted version, or a newer one where there is no other.
find_java() {
  local candidate version newer="" seen="" on_path
  on_path="$(command -v javac || true)"
  for candidate in "${JAVA_HOME:-}" \
    "${on_path:+$(cd "$(dirname "$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")")/.." && pwd)}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$candidate" ] || continue
    version="$(jdk_version "$candidate")"
    [ -n "$version" ] || continue
    if [ "$version" = "$wanted_java" ]; then
      export JAVA_HOME="$candidate"
      return
    fi
    if [ "$version" -gt "$wanted_java" ]; then newer="$candidate"; else seen="$seen $version"; fi
  done
  if [ -n "$newer" ]; then
    export JAVA_HOME="$newer"
    return
  fi
  stop "$no_tool" "This needs a JDK $wanted_java; ${seen:+only older ones were found:$seen. }${seen:-none was found. }
How to get one:
  Debian, Ubuntu   apt install temurin-$wanted_java-jdk   (packages of adoptium.net) or openjdk-$wanted_java-jdk
  macOS            brew install openjdk@$wanted_java
  anywhere         sdk install java $wanted_java-tem   (sdkman.io)
If you have one in an unusual place, set JAVA_HOME to it."
}

# Checks that Node is there and new enough.
find_node() {
  local version
  version="$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')"
  if [ -z "$version" ] || [ "$version" -lt "$wanted_node" ] || ! command -v npm >/dev/null; then
    stop "$no_tool" "Building the pages' front end needs Node $wanted_node or newer with npm; ${version:+version $version was found}${version:-none was found}.
How to get it:
  Debian, Ubuntu   apt install nodejs npm
  macOS            brew install node
  anywhere         nodejs.org/download"
  fi
}

# One number for the content of all files in the given places.
sum_of() {
  local place places=()
  for place in "$@"; do
    if [ -e "$project/$place" ]; then places+=("$project/$place"); fi
  done
  find "${places[@]}" -type f -exec cksum {} + | LC_ALL=C sort | cksum
}

# Runs the rest of the arguments unless the places' content is what it was when they last succeeded.
#   unless_same NAME "PLACE PLACE" COMMAND…
unless_same() {
  local stamp="$project/target/run/$1.sum" sum
  # shellcheck disable=SC2086
  sum="$(sum_of $2)"
  shift 2
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then return; fi
  rm -f "$stamp"
  "$@"
  mkdir -p "$project/target/run"
  printf '%s\n' "$sum" > "$stamp"
}

front_end_sources="frontend/package.json frontend/package-lock.json frontend/src frontend/public frontend/vite.config.ts frontend/tsconfig.json frontend/build.mjs frontend/scripts"

install_front_end() {
  find_node
  say "Fetching the front end's packages …"
  (cd "$project/frontend" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
}

bundle_front_end() {
  find_node
  say "Building the front end …"
  (cd "$project/frontend" && npm run --silent build >&2)
}

front_end_packages() {
  [ -d "$project/frontend/node_modules" ] || rm -f "$project/target/run/packages.sum"
  unless_same packages "frontend/package.json frontend/package-lock.json" install_front_end
}

build_front_end() {
  [ -d "$project/frontend/src" ] || return 0
  [ -d "$project/frontend/dist" ] || rm -f "$project/target/run/front-end.sum"
  [ -f "$project/target/run/front-end.sum" ] || front_end_packages
  unless_same front-end "$front_end_sources" rebuild_front_end
}

rebuild_front_end() {
  front_end_packages
  bundle_front_end
}

maven() { (cd "$project" && ./mvnw --batch-mode "$@"); }
