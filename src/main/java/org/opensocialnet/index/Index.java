package org.opensocialnet.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the index and brings it up to date: made anew where there is none, where it is of another database, another
 * shape or other words, and every night (for the hours of the coming days); otherwise only what was changed is read
 * again. A thread of its own does it, so that nobody waits who can be answered from what was there before.
 */
@Component
public class Index implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Index.class);

    private static final int DAYS_AHEAD = 15;
    private static final Duration MUST_REACH = Duration.ofDays(14);

    private final Catalogue catalogue;
    private final Terms terms;
    private final Scribes scribes;
    private final Changes changes;
    private final Watch watch;
    private final Clock clock;
    private final Directory directory;
    private final IndexWriter writer;
    private final Turns turns = new Turns(this::look);
    private @Nullable Made made;
    private long seen;
    private volatile boolean expectant;
    private volatile boolean closed;
    private volatile @Nullable Shelf shelf;
    private volatile Vocabulary vocabulary = new Vocabulary(List.of());

    Index(
            Catalogue catalogue,
            Terms terms,
            Scribes scribes,
            Changes changes,
            Watch watch,
            Clock clock,
            Store store,
            IndexSettings settings)
            throws IOException {
        this.catalogue = catalogue;
        this.terms = terms;
        this.scribes = scribes;
        this.changes = changes;
        this.watch = watch;
        this.clock = clock;
        directory = store.open();
        writer = store.writer(directory);
        vocabulary = terms.all();
        made = Made.of(store.notes(directory));
        if (made != null && made.isOf(changes.database(), vocabulary) && reaches(made, Duration.ofDays(1))) {
            show(made, vocabulary);
        }
        turns.soonFor(settings.patience());
    }

    /** The state to be searched now; refused while there is none yet. The caller releases it. */
    public Shelf acquire() {
        while (true) {
            var current = shelf;
            var percent = preparing();
            if (current == null || percent.isPresent()) {
                throw Refusal.busy("index.preparing", percent.orElse(0));
            }
            if (current.acquire()) {
                return current;
            }
        }
    }

    /** How much of the list is ready, in percent, where there is nothing yet that could be searched. */
    public OptionalInt preparing() {
        var current = shelf;
        boolean filled = current != null && (!current.isEmpty() || !expectant && !scribes.busy());
        return filled ? OptionalInt.empty() : OptionalInt.of(scribes.percent());
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Takes in everything that was changed until now. */
    public synchronized void refresh() {
        seen = 0;
        look();
    }

    /** Has the changes taken in soon, by the index's own thread. */
    void refreshSoon() {
        turns.soon();
    }

    /** While the program starts, an empty index does not say that there is nothing. */
    void expect() {
        expectant = true;
    }

    /** The program has started: waits a moment for what came with the start. */
    void settle(Duration patience) {
        turns.soonFor(patience);
        expectant = false;
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        try {
            var version = watch.version();
            var words = terms.all();
            if (made == null || !made.isOf(changes.database(), words) || !reaches(made, MUST_REACH)) {
                rebuild(words);
            } else if (seen != version) {
                update(made, words);
            }
            seen = version;
        } catch (CancellationException | AlreadyClosedException stopped) {
            LOG.info("the index is left as it was, for the program ends");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean reaches(Made made, Duration ahead) {
        return Shelf.minute(clock.instant().plus(ahead)) <= made.horizon();
    }

    private void rebuild(Vocabulary words) throws IOException {
        var started = clock.instant();
        var next =
                new Made(changes.database(), changes.stamp(), Shelf.minute(midnight(DAYS_AHEAD)), words.fingerprint());
        writer.deleteAll();
        var services = catalogue.services();
        write(services, next, words);
        commit(next, words);
        LOG.info(
                "index made anew services={} points={} milliseconds={}",
                services.size(),
                writer.getDocStats().numDocs,
                Duration.between(started, clock.instant()).toMillis());
    }

    private void update(Made made, Vocabulary words) throws IOException {
        var next = made.at(changes.stamp());
        var affected = gone();
        changes.since(made.stamp()).forEach(change -> affected.add(change.service()));
        if (affected.isEmpty() && shelf != null) {
            return;
        }
        for (var service : affected) {
            writer.deleteDocuments(Point.of(service));
        }
        write(affected, next, words);
        commit(next, words);
        LOG.info("index brought up to date services={}", affected.size());
    }

    /** Services that are in the index and not to be found any more, for instance because only professionals may see them. */
    private Set<UUID> gone() {
        var current = shelf;
        if (current == null) {
            return new HashSet<>();
        }
        var gone = current.services();
        catalogue.services().forEach(gone::remove);
        return gone;
    }

    private void write(Collection<UUID> services, Made next, Vocabulary words) throws IOException {
        scribes.write(writer, services, words, midnight(0), Instant.ofEpochSecond(next.horizon() * 60L));
    }

    private Instant midnight(int daysAhead) {
        return LocalDate.ofInstant(clock.instant(), clock.getZone())
                .plusDays(daysAhead)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private void commit(Made next, Vocabulary words) throws IOException {
        writer.setLiveCommitData(next.notes().entrySet());
        writer.commit();
        made = next;
        show(next, words);
    }

    private void show(Made made, Vocabulary words) throws IOException {
        var before = shelf;
        var reader = before == null
                ? DirectoryReader.open(writer)
                : DirectoryReader.openIfChanged(before.reader(), writer, true);
        vocabulary = words;
        if (reader != null) {
            shelf = new Shelf(reader, made.horizon());
            if (before != null) {
                before.release();
            }
        }
    }

    /** What is being written when the program ends is given up: the index stays as it was committed last. */
    @Override
    public void destroy() throws IOException {
        closed = true;
        scribes.stop();
        turns.close();
        var last = shelf;
        shelf = null;
        if (last != null) {
            last.release();
        }
        writer.rollback();
        directory.close();
    }
}
