package org.opensocialnet.parcels;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What an operator brings: one file, a directory of them, or a ZIP. Opened with care, unpacked only in memory. */
final class Parcel implements AutoCloseable {

    /** One file in it. */
    record Member(String name, Opening opening) {

        InputStream open() throws IOException {
            return new BufferedInputStream(opening.open(), 1 << 16);
        }

        /** Its name without directories, in small letters. */
        String plainName() {
            return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        }

        boolean isCsv() {
            return plainName().endsWith(".csv") || plainName().endsWith(".tsv");
        }

        boolean isJson() {
            return plainName().matches(".*\\.(json|ndjson|jsonl)(\\.gz)?");
        }
    }

    interface Opening {
        InputStream open() throws IOException;
    }

    private final List<Member> members;
    private final AutoCloseable archive;

    private Parcel(List<Member> members, AutoCloseable archive) {
        this.members = members;
        this.archive = archive;
    }

    static Parcel open(Path path, Limits limits) throws IOException {
        if (Files.isDirectory(path)) {
            return directory(path, limits);
        }
        if (!Files.isReadable(path)) {
            throw Limits.refusal(path.toString(), Unreadable.NO_FILE);
        }
        return startsLikeZip(path) ? zip(path, limits) : single(path, limits);
    }

    List<Member> members() {
        return members;
    }

    @Override
    public void close() throws IOException {
        try {
            archive.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Parcel directory(Path path, Limits limits) throws IOException {
        var members = new ArrayList<Member>();
        try (var files = Files.list(path)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                members.add(new Member(file.getFileName().toString(), () -> new FileInputStream(file.toFile())));
            }
        }
        return counted(path, members, () -> {}, limits);
    }

    private static Parcel single(Path path, Limits limits) throws IOException {
        var name = path.getFileName().toString();
        Opening opening = () -> new FileInputStream(path.toFile());
        if (name.endsWith(".gz")) {
            var meter = new Meter(name, Files.size(path), limits);
            return new Parcel(
                    List.of(new Member(name, () -> meter.over(new GZIPInputStream(opening.open(), 1 << 16)))),
                    () -> {});
        }
        return new Parcel(List.of(new Member(name, opening)), () -> {});
    }

    private static Parcel zip(Path path, Limits limits) throws IOException {
        var zip = openZip(path);
        var meter = new Meter(path.getFileName().toString(), Files.size(path), limits);
        var members = new ArrayList<Member>();
        for (var entry : Collections.list(zip.entries())) {
            if (leavesTheArchive(entry.getName())) {
                zip.close();
                throw Limits.refusal(path.getFileName().toString(), Unreadable.POINTS_OUTSIDE, entry.getName());
            }
            if (!entry.isDirectory() && !isClutter(entry.getName())) {
                members.add(new Member(entry.getName(), () -> meter.over(zip.getInputStream(entry))));
            }
        }
        return counted(path, members, zip, limits);
    }

    private static ZipFile openZip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException damaged) {
            throw Limits.refusal(path.getFileName().toString(), Unreadable.DAMAGED_ZIP);
        }
    }

    private static Parcel counted(Path path, List<Member> members, AutoCloseable archive, Limits limits)
            throws IOException {
        var parcel = new Parcel(List.copyOf(members), archive);
        if (members.size() > limits.members()) {
            parcel.close();
            throw Limits.refusal(
                    path.getFileName().toString(), Unreadable.TOO_MANY_FILES, members.size(), limits.members());
        }
        return parcel;
    }

    private static boolean leavesTheArchive(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains("\0")
                || name.matches("^[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..");
    }

    private static boolean isClutter(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    private static boolean startsLikeZip(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8 && start[3] <= 8;
        }
    }
}
