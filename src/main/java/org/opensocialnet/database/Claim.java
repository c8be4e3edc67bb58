package org.opensocialnet.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One program's hold on a data directory. The kernel lets go of it when that program dies, however it dies, so a
 * PostgreSQL found running in an unclaimed directory is an orphan. The file says who holds it.
 */
final class Claim implements AutoCloseable {

    /** What this very program holds: closing any second channel on such a file would let go of the lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Claim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Claim on(Path data) throws IOException {
        Files.createDirectories(data);
        var claim = attempt(data);
        if (claim == null) {
            new DataDirectory(data).mustBeFree();
            return on(data);
        }
        claim.write(Long.toString(ProcessHandle.current().pid()));
        return claim;
    }

    static boolean isTaken(Path data) throws IOException {
        if (!Files.exists(file(data))) {
            return false;
        }
        var claim = attempt(data);
        if (claim != null) {
            claim.close();
        }
        return claim == null;
    }

    /** The number of the process that holds the directory. */
    static String holder(Path data) throws IOException {
        return OURS.contains(file(data))
                ? Long.toString(ProcessHandle.current().pid())
                : Files.readString(file(data)).strip();
    }

    private static @Nullable Claim attempt(Path data) throws IOException {
        var file = file(data);
        if (!OURS.add(file)) {
            return null;
        }
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return new Claim(file, channel);
        }
        channel.close();
        OURS.remove(file);
        return null;
    }

    private void write(String holder) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static Path file(Path data) {
        return data.toAbsolutePath().normalize().resolve("in-use-by");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OURS.remove(file);
    }
}
