import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** Writes a gzip and a brotli copy beside every text file of the build; the server hands them out as they are. */
function packed(): Plugin {
  return {
    name: "packed",
    writeBundle(options, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|mjs|css|svg|json)$/.test(file))) {
        const path = join(options.dir ?? "dist", name);
        const content = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
      }
    },
  };
}

export default defineConfig({
  base: "/",
  publicDir: false,
  plugins: [packed()],
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } } },
  build: {
    manifest: true,
    assetsInlineLimit: 0,
    cssMinify: "esbuild", // Vite's own stops at a media query of GOV.UK Frontend
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200, // MapLibre, on map pages only
    rollupOptions: { input: ["src/site.ts", "src/desk.ts", "src/map.ts"] },
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
} as import("vitest/config").ViteUserConfig);
