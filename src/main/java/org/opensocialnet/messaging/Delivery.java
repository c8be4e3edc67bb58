package org.opensocialnet.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.mail.Answer;
import org.opensocialnet.mail.Courier;
import org.opensocialnet.mail.EmailAddress;
import org.opensocialnet.mail.Envelope.Labels;
import org.opensocialnet.mail.MailSettings;
import org.opensocialnet.mail.MailTrouble;
import org.opensocialnet.messaging.Queue.End;
import org.opensocialnet.messaging.Readers.How;
import org.opensocialnet.messaging.Readers.Wish;
import org.opensocialnet.messaging.Scribe.Draft;
import org.opensocialnet.web.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides what becomes of a letter this node holds, writes it, hands it over, and notes how that ended. */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int MOST_IN_A_DIGEST = 50;
    private static final int MOST_UNSURE = 2;

    /** Why a letter is withheld whose reader wants none of its family. */
    static final String UNSUBSCRIBED = "unsubscribed";

    private final Queue queue;
    private final Kinds kinds;
    private final Seal seal;
    private final Scribe scribe;
    private final Readers readers;
    private final OutboxSettings outbox;
    private final MeterRegistry figures;
    private final Clock clock;
    private final Patience patience = new Patience(Duration.ofMinutes(1), Duration.ofHours(4), new Random());

    Delivery(
            Queue queue,
            Kinds kinds,
            Seal seal,
            Scribe scribe,
            Readers readers,
            OutboxSettings outbox,
            MeterRegistry figures,
            Clock clock) {
        this.queue = queue;
        this.kinds = kinds;
        this.seal = seal;
        this.scribe = scribe;
        this.readers = readers;
        this.outbox = outbox;
        this.figures = figures;
        this.clock = clock;
    }

    /** Letters that leave as one: one of them, or a digest. */
    private record Bundle(Held first, List<Held> letters, Written written, Labels labels) {}

    void deliver(Held letter, Courier courier, MailSettings settings) throws MailTrouble {
        var kind = kinds.find(letter.kind()).orElse(null);
        if (isSettled(letter, kind) || kind == null) {
            return;
        }
        var wish = readers.wish(letter.reader(), kind.family());
        if (wish.how() == How.DAILY && !letter.gathered()) {
            queue.putBack(letter, readers.nextDigest(clock.instant()), true);
            return;
        }
        var bundle = letter.gathered() ? digest(letter, wish, settings) : single(letter, wish, settings);
        if (bundle != null) {
            hand(bundle, courier, settings);
        }
    }

    /** Whether it ended without being tried. */
    private boolean isSettled(Held letter, @Nullable LetterKind kind) {
        var ending = kind == null ? new Ending(End.DEAD, "no-kind") : ending(letter, kind);
        if (ending == null) {
            return false;
        }
        if (ending.end() == End.DEAD) {
            giveUp(letter, ending.reason(), null);
        } else {
            queue.end(letter, ending.end(), ending.reason(), null);
            count(ending.end());
        }
        return true;
    }

    /** Why a letter is not even tried. */
    private record Ending(End end, String reason) {}

    private @Nullable Ending ending(Held letter, LetterKind kind) {
        if (letter.unsure() >= MOST_UNSURE) {
            return new Ending(End.DEAD, "unsure");
        }
        if (clock.instant().isAfter(letter.goodUntil())) {
            return new Ending(End.DEAD, "too-old");
        }
        if (readers.wish(letter.reader(), kind.family()).how() == How.NEVER) {
            return new Ending(End.WITHHELD, UNSUBSCRIBED);
        }
        if (queue.lately(letter) >= kind.mostAnHour()) {
            return new Ending(End.WITHHELD, "too-often");
        }
        return null;
    }

    private @Nullable Bundle single(Held letter, Wish wish, MailSettings settings) throws MailTrouble {
        var written = write(letter, wish);
        return written == null
                ? null
                : new Bundle(letter, List.of(letter), written, labels(letter, wish, settings, Set.of(letter.kind())));
    }

    /** Together with the others that were gathered for the same reader. */
    private @Nullable Bundle digest(Held first, Wish wish, MailSettings settings) throws MailTrouble {
        var letters = new ArrayList<Held>();
        var written = new ArrayList<Written>();
        for (var each : gathered(first)) {
            var words = write(each, wish);
            if (words != null) {
                letters.add(each);
                written.add(words);
            }
        }
        if (letters.isEmpty()) {
            return null;
        }
        var kindsInIt = letters.stream().map(Held::kind).collect(Collectors.toSet());
        var page = readers.page(first.reader(), language(first, wish));
        return new Bundle(
                letters.getFirst(),
                letters,
                letters.size() == 1 ? written.getFirst() : scribe.digest(written, language(first, wish), page),
                labels(letters.getFirst(), wish, settings, kindsInIt));
    }

    private List<Held> gathered(Held first) {
        var all = new ArrayList<Held>(List.of(first));
        queue.holdDigest(first, outbox.lease(), MOST_IN_A_DIGEST - 1).stream()
                .filter(each -> !isSettled(each, kinds.find(each.kind()).orElse(null)))
                .forEach(all::add);
        return all;
    }

    /** One click stops a family; a digest of several has none such. */
    private Labels labels(Held letter, Wish wish, MailSettings settings, Set<String> codes) throws MailTrouble {
        var families = codes.stream()
                .map(code -> kinds.find(code).map(LetterKind::family).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var language = language(letter, wish);
        return new Labels(
                letter.id().toString(),
                EmailAddress.read(letter.address()).orElseThrow(),
                language.code(),
                settings.sender(),
                clock.instant(),
                families.size() == 1 ? readers.stopAddress(letter.reader(), families.getFirst(), language) : null);
    }

    private static Language language(Held letter, Wish wish) {
        return wish.language() == null ? letter.languageLeft() : wish.language();
    }

    /** The letter in words; one that cannot be written is given up. */
    private @Nullable Written write(Held letter, Wish wish) {
        var values = seal.open(letter.id(), letter.sealed());
        if (values.isEmpty()) {
            giveUp(letter, "unreadable", null);
            return null;
        }
        try {
            return scribe.write(draft(letter, wish, values.get()));
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("letter", letter.id())
                    .addKeyValue("kind", letter.kind())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a letter could not be written");
            giveUp(letter, "not-written", null);
            return null;
        }
    }

    private Draft draft(Held letter, Wish wish, Map<String, String> values) {
        var kind = kinds.find(letter.kind()).orElseThrow();
        return new Draft(
                kind,
                language(letter, wish),
                values,
                kind.family() == null ? null : readers.page(letter.reader(), language(letter, wish)));
    }

    private void hand(Bundle bundle, Courier courier, MailSettings settings) throws MailTrouble {
        Answer answer;
        try {
            answer = bundle.labels().to().isInternational() && !courier.takesAnyScript()
                    ? new Answer.Refused("The mail server does not take addresses in this script (SMTPUTF8).")
                    : handOver(bundle, courier, settings);
        } catch (MailTrouble e) {
            bundle.letters().forEach(letter -> queue.putBack(letter, clock.instant(), letter.gathered()));
            throw e;
        }
        var again = clock.instant().plus(patience.after(bundle.first().tries()));
        bundle.letters().forEach(letter -> note(letter, answer, again));
    }

    private static Answer handOver(Bundle bundle, Courier courier, MailSettings settings) throws MailTrouble {
        if (!bundle.labels().to().isInternational()) {
            return courier.hand(bundle.labels(), bundle.written().content());
        }
        try (var newer = Courier.to(settings, true)) {
            return newer.hand(bundle.labels(), bundle.written().content());
        }
    }

    private void note(Held letter, Answer answer, Instant again) {
        switch (answer) {
            case Answer.Taken(var text) -> {
                queue.end(letter, End.SENT, null, text);
                count(End.SENT);
            }
            case Answer.Refused(var text) -> giveUp(letter, "refused", text);
            case Answer.Deferred(var text) -> later(letter, again, false, text);
            case Answer.Broken(var unsure, var text) -> later(letter, again, unsure, text);
        }
    }

    private void later(Held letter, Instant again, boolean unsure, String text) {
        if (letter.tries() >= outbox.tries()) {
            giveUp(letter, "too-many-tries", text);
        } else {
            queue.tryAgain(letter, again, unsure, text);
        }
    }

    private void giveUp(Held letter, String reason, @Nullable String answer) {
        queue.end(letter, End.DEAD, reason, answer);
        count(End.DEAD);
        LOG.atWarn()
                .addKeyValue("letter", letter.id())
                .addKeyValue("kind", letter.kind())
                .addKeyValue("reason", reason)
                .log("a letter was given up");
    }

    private void count(End end) {
        figures.counter("osn.letters.ended", "how", end.code()).increment();
    }
}
