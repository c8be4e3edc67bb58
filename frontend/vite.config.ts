import zopfli from "@gfx/zopfli";
import { brotliCompressSync, constants } from "node:zlib";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** Writes a gzip and a brotli copy beside every text file of the build; the server hands them out as they are. */
function packed(): Plugin {
  return {
    name: "packed",
    async writeBundle(options, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|mjs|css|svg|json)$/.test(file))) {
        const path = join(options.dir ?? "dist", name);
        const content = readFileSync(path);
        // Zopfli's gzip is a twentieth smaller than the usual one; slow, but here only.
        writeFileSync(`${path}.gz`, await zopfli.gzipAsync(content, { numiterations: 5 }));
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
      }
    },
  };
}

/** Leaves out what MapLibre's style sheet holds for controls that our map does not have: most of it is their icons. */
function withoutUnusedControls(): Plugin {
  const unused = /[^{}]*maplibregl-(?:ctrl-(?:geolocate|fullscreen|globe|terrain|logo)|user-location)[^{}]*\{[^{}]*\}/g;
  return {
    name: "without-unused-controls",
    enforce: "pre",
    transform: (code, id) => (id.includes("maplibre-gl.css") ? { code: code.replace(unused, ""), map: null } : null),
  };
}

/** MapLibre as it is written, not as it is shipped: its two finished files repeat what page and worker both need. */
const maplibre = join(import.meta.dirname, "node_modules/maplibre-gl/src");

export default defineConfig(({ command }) => ({
  base: "/",
  resolve: {
    alias: command === "build" ? [{ find: /^maplibre-gl$/, replacement: join(maplibre, "index.ts") }] : [],
  },
  publicDir: false,
  plugins: [withoutUnusedControls(), packed()],
  // MapLibre counts on fields that are only declared not being set, as its own build has it.
  oxc: {
    typescript: { removeClassFieldsWithoutInitializer: true },
    assumptions: { setPublicClassFields: true },
  },
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } } },
  build: {
    manifest: true,
    assetsInlineLimit: 0,
    cssMinify: "esbuild", // Vite's own stops at a media query of GOV.UK Frontend
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200, // MapLibre, on map pages only
    rollupOptions: { input: ["src/site.ts", "src/desk.ts", "src/map.ts", join(maplibre, "source/worker.ts")] },
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
}) as import("vitest/config").ViteUserConfig);
