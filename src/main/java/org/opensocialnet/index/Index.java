package org.opensocialnet.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Changes.Changed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the index and brings it up to date: made anew where there is none, where it is of another database or
 * another shape, and every night (for the hours of the coming days); otherwise only what was changed is read again.
 */
@Component
public class Index implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Index.class);

    /** To be raised whenever points are described in another way. */
    private static final String SHAPE = "1";

    private static final int DAYS_AHEAD = 15;
    private static final Duration MUST_REACH = Duration.ofDays(14);
    private static final Duration GONE_ASKED_EVERY = Duration.ofMinutes(1);
    private static final int AT_A_TIME = 5_000;

    private final Catalogue catalogue;
    private final Terms terms;
    private final Points points;
    private final Changes changes;
    private final Clock clock;
    private final Directory directory;
    private final IndexWriter writer;
    private @Nullable Made made;
    private List<Changed> lastChanged = List.of();
    private Instant goneAskedAt = Instant.EPOCH;
    private volatile @Nullable Shelf shelf;
    private volatile Vocabulary vocabulary = new Vocabulary(List.of());

    /** What the index was made of, and until when it knows the hours. */
    private record Made(String database, String stamp, int horizon) {

        static @Nullable Made of(Map<String, String> notes) {
            return SHAPE.equals(notes.get("shape"))
                    ? new Made(
                            notes.getOrDefault("database", ""),
                            notes.getOrDefault("stamp", "0"),
                            Integer.parseInt(notes.getOrDefault("horizon", "0")))
                    : null;
        }

        Map<String, String> notes() {
            return Map.of("shape", SHAPE, "database", database, "stamp", stamp, "horizon", Integer.toString(horizon));
        }
    }

    Index(Catalogue catalogue, Terms terms, Points points, Changes changes, Clock clock, Store store)
            throws IOException {
        this.catalogue = catalogue;
        this.terms = terms;
        this.points = points;
        this.changes = changes;
        this.clock = clock;
        directory = store.open();
        writer = store.writer(directory);
        made = Made.of(store.notes(directory));
        refresh();
    }

    /** The state to be searched now. The caller releases it. */
    public Shelf acquire() {
        while (true) {
            var current = shelf;
            if (current == null) {
                throw new IllegalStateException("the index is closed");
            }
            if (current.acquire()) {
                return current;
            }
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Takes in everything that was changed until now. */
    public synchronized void refresh() {
        goneAskedAt = Instant.EPOCH;
        look();
    }

    /**
     * Takes in what other nodes changed. What they hid is asked for once a minute only, as every service has to be
     * named for it; until then a hidden point has no card, so nothing of it is shown.
     */
    synchronized void look() {
        try {
            boolean same = readVocabulary();
            if (!same || made == null || outlived(made) || !made.database().equals(changes.database())) {
                rebuild();
            } else {
                update(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the vocabulary still says what it said when the points were described. */
    private boolean readVocabulary() {
        var now = terms.all();
        boolean same = shelf == null || vocabulary.says(now);
        if (shelf == null || !same) {
            vocabulary = now;
        }
        return same;
    }

    private boolean outlived(Made made) {
        return Shelf.minute(clock.instant().plus(MUST_REACH)) > made.horizon();
    }

    private void rebuild() throws IOException {
        var started = clock.instant();
        var next = new Made(changes.database(), changes.stamp(), Shelf.minute(until()));
        writer.deleteAll();
        var services = catalogue.services();
        write(services, next);
        commit(next);
        LOG.info(
                "index made anew services={} points={} milliseconds={}",
                services.size(),
                writer.getDocStats().numDocs,
                Duration.between(started, clock.instant()).toMillis());
    }

    private void update(Made made) throws IOException {
        var stamp = changes.stamp();
        var changed = changes.since(made.stamp());
        boolean nothingNew = changed.equals(lastChanged) && shelf != null;
        var gone = nothingNew && clock.instant().isBefore(goneAskedAt.plus(GONE_ASKED_EVERY)) ? Set.<UUID>of() : gone();
        if (nothingNew && gone.isEmpty()) {
            return;
        }
        lastChanged = changed;
        var affected = new HashSet<>(gone);
        changed.forEach(change -> affected.add(change.service()));
        var next = new Made(made.database(), stamp, made.horizon());
        for (var service : affected) {
            writer.deleteDocuments(Point.of(service));
        }
        write(affected, next);
        commit(next);
        if (!affected.isEmpty()) {
            LOG.info("index brought up to date services={}", affected.size());
        }
    }

    /** Services that are in the index and not to be found any more, for instance because only professionals may see them. */
    private Set<UUID> gone() {
        var current = shelf;
        if (current == null) {
            return Set.of();
        }
        goneAskedAt = clock.instant();
        var gone = current.services();
        catalogue.services().forEach(gone::remove);
        return gone;
    }

    private void write(Collection<UUID> services, Made next) throws IOException {
        var all = new ArrayList<>(services);
        var until = Instant.ofEpochSecond(next.horizon() * 60L);
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            var some = all.subList(at, Math.min(all.size(), at + AT_A_TIME));
            for (var point : points.of(some, vocabulary, midnight(), until)) {
                writer.addDocument(point.document());
            }
        }
    }

    private Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone())
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private Instant until() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone())
                .plusDays(DAYS_AHEAD)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private void commit(Made next) throws IOException {
        writer.setLiveCommitData(next.notes().entrySet());
        writer.commit();
        made = next;
        show(next.horizon());
    }

    private void show(int horizon) throws IOException {
        var before = shelf;
        var reader = before == null
                ? DirectoryReader.open(writer)
                : DirectoryReader.openIfChanged(before.reader(), writer, true);
        if (reader != null) {
            shelf = new Shelf(reader, horizon);
            if (before != null) {
                before.release();
            }
        }
    }

    @Override
    public synchronized void destroy() throws IOException {
        var last = shelf;
        shelf = null;
        if (last != null) {
            last.release();
        }
        writer.close();
        directory.close();
    }
}
