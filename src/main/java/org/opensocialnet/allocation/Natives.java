package org.opensocialnet.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The solver's native code: unpacked into a folder of its own when first asked for, never at start-up, loaded, and deleted
 * again at once where the system allows it, so that nothing stays behind after a crash.
 */
final class Natives {

    private static @Nullable SolverMissing missing;
    private static boolean loaded;

    private Natives() {}

    /** Refuses again what failed once: half-loaded libraries do not get better. */
    static synchronized void load() {
        if (missing != null) {
            throw missing;
        }
        if (!loaded) {
            try {
                load(platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
                loaded = true;
            } catch (SolverMissing e) {
                missing = e;
                throw e;
            }
        }
    }

    static String platform(String os, String architecture) {
        var name = os.toLowerCase(Locale.ROOT);
        var processor = architecture.equals("amd64") ? "x86-64" : architecture.replace('_', '-');
        if (name.startsWith("mac")) {
            return "darwin-" + processor;
        }
        return (name.startsWith("windows") ? "win32-" : name + "-") + processor;
    }

    static void load(String platform) {
        var resource = Natives.class.getClassLoader().getResource("ortools-" + platform + "/");
        if (resource == null) {
            throw new SolverMissing(
                    ("The solver has no native code for %s in this program. Put the jar ortools-%s, of the"
                                    + " version that ortools-java has, on the class path.")
                            .formatted(platform, platform));
        }
        List<Path> files = new ArrayList<>();
        try {
            var folder = Files.createTempDirectory("osn-solver");
            files.add(folder);
            unpack(resource.toURI(), folder, files);
            System.load(folder.resolve(System.mapLibraryName("jniortools")).toString());
        } catch (UnsatisfiedLinkError e) {
            throw new SolverMissing(
                    "The solver's native code cannot be loaded (%s). It needs a system with the GNU C library, and a temporary folder that programs may run from: -Djava.io.tmpdir names another."
                            .formatted(e.getMessage()),
                    e);
        } catch (Exception e) {
            throw new SolverMissing("The solver's native code cannot be unpacked: " + e.getMessage(), e);
        } finally {
            delete(files);
        }
    }

    private static void unpack(URI resource, Path folder, List<Path> files) throws IOException {
        if (!(resource.toURL().openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("they do not lie in a jar");
        }
        connection.setUseCaches(false);
        var prefix = connection.getEntryName();
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().toList()) {
                if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                    var file = folder.resolve(
                            Path.of(entry.getName()).getFileName().toString());
                    files.add(file);
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }

    /** What is loaded stays in memory, on systems that let an open file be deleted; elsewhere when the program ends. */
    private static void delete(List<Path> files) {
        for (var file : files.reversed()) {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
