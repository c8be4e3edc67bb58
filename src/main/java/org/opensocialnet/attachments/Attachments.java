package org.opensocialnet.attachments;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.attachments.Attachment.Kind;
import org.opensocialnet.attachments.Attachment.State;
import org.opensocialnet.attachments.AttachmentKeeper.Audience;
import org.opensocialnet.attachments.AttachmentRows.Row;
import org.opensocialnet.attachments.FileCheck.Verdict;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.settings.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files kept with something of another room, in the sight of whoever adds or reads them. What is added is looked at outside
 * of transactions: its real kind, its size, its points, its viruses; then it is sealed and kept.
 */
@Component
public class Attachments {

    /** No file is larger, whatever an operator decides: it is held in memory whole. */
    public static final int MOST_MEGABYTES = 10;

    private static final int MOST = 50;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, AttachmentKeeper> keepers;
    private final AttachmentRows rows;
    private final FileCheck scanner;
    private final Attempts attempts;
    private final Settings settings;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Clock clock;

    Attachments(
            List<AttachmentKeeper> keepers,
            AttachmentRows rows,
            FileCheck scanner,
            Attempts attempts,
            Settings settings,
            Trail trail,
            TransactionOperations transactions,
            Clock clock) {
        this.keepers = keepers.stream().collect(Collectors.toMap(AttachmentKeeper::room, Function.identity()));
        this.rows = rows;
        this.scanner = scanner;
        this.attempts = attempts;
        this.settings = settings;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What files are kept with. */
    public record Owner(String room, UUID reference) {}

    /** How large one file may be, in megabytes. */
    public int megabytes() {
        return settings.value(AttachmentSettings.FILE_MEGABYTES);
    }

    /** Whether anybody looks for viruses. */
    public boolean areChecked() {
        return scanner.isThere();
    }

    /**
     * Keeps a file; the same once more is not kept twice.
     *
     * @param sender whoever sends it, in a word of the room: so many files an hour are taken of each
     * @throws Refusal what is wrong with it, of the field "file"
     */
    public UUID add(Owner owner, String sender, String name, byte[] sent) {
        var before = audience(owner);
        if (!before.adds()) {
            throw Refusal.notFound("attachments.unknown");
        }
        mustBeTaken(sender, sent);
        var kind = Sniffed.of(sent).orElseThrow(() -> Refusal.wrong("attachments.fault.kind", "file"));
        var content = clean(kind, sent);
        var state = looked(content);
        return in(() -> {
            rows.alone(owner);
            var print = rows.print(content);
            return rows.same(owner, print).orElseGet(() -> {
                if (rows.together(owner) + content.length
                        > bytes(settings.value(AttachmentSettings.TOGETHER_MEGABYTES))) {
                    throw Refusal.wrong(
                            "attachments.fault.together",
                            "file",
                            settings.value(AttachmentSettings.TOGETHER_MEGABYTES));
                }
                var file = new Attachment(
                        Uuid7.next(),
                        owner.reference(),
                        FileName.of(name, kind),
                        kind,
                        content.length,
                        state,
                        clock.instant());
                rows.keep(owner.room(), before, file, content, print);
                note("attachments.file.added", file, before);
                return file.id();
            });
        });
    }

    private void mustBeTaken(String sender, byte[] sent) {
        if (sent.length == 0) {
            throw Refusal.wrong("attachments.fault.empty", "file");
        }
        if (sent.length > bytes(megabytes())) {
            throw Refusal.wrong("attachments.fault.large", "file", megabytes());
        }
        int hourly = settings.value(AttachmentSettings.FILES_AN_HOUR);
        if (!attempts.allow(new Limit("attachment", hourly, HOUR.dividedBy(hourly)), sender)) {
            throw Refusal.wrong("attachments.fault.many", "file", hourly);
        }
    }

    private static byte[] clean(Kind kind, byte[] sent) {
        return switch (kind) {
            case JPEG -> Redrawn.jpeg(sent);
            case PNG -> Redrawn.png(sent);
            case WEBP -> BareWebp.of(sent);
            case PDF, DOCX, XLSX, ODT, TEXT -> sent;
        };
    }

    private State looked(byte[] content) {
        if (!scanner.isThere()) {
            return State.UNCHECKED;
        }
        return switch (scanner.check(content)) {
            case CLEAN -> State.CLEAN;
            case UNKNOWN -> State.WAITING;
            case INFECTED -> throw Refusal.wrong("attachments.fault.infected", "file");
        };
    }

    /** Those whoever looks may know of, the oldest first. */
    public List<Attachment> of(Owner owner) {
        return in(() -> known(owner).filter(Audience::reads).isPresent() ? rows.of(owner, MOST) : List.of());
    }

    /** A file that is read now. */
    public record Read(Attachment file, byte[] content) {

        /** As browsers take it: to be kept, never to be shown as a page of ours. */
        public String type() {
            return file.kind().type();
        }
    }

    /** What is in it, which stands in the trail; nobody reads what was not looked at while somebody should have. */
    public Read read(UUID id) {
        return in(() -> {
            var row = row(id);
            var audience = audience(row);
            if (!audience.reads()) {
                throw Refusal.notFound("attachments.unknown");
            }
            if (!row.file().isReadable()) {
                throw Refusal.conflict("attachments.not-readable");
            }
            note("attachments.file.read", row.file(), audience);
            return new Read(row.file(), rows.content(id).orElseThrow());
        });
    }

    /** What it is kept with. */
    public UUID reference(UUID id) {
        return in(() -> row(id).file().reference());
    }

    /** Whose it is, for the gate; none where it is nobody's or may not be known of. */
    public Optional<UUID> organization(UUID id) {
        return in(() -> rows.organization(id));
    }

    public void remove(UUID id) {
        in(() -> {
            var row = row(id);
            var audience = audience(row);
            if (!audience.adds()) {
                throw Refusal.notFound("attachments.unknown");
            }
            rows.remove(id);
            note("attachments.file.removed", row.file(), audience);
            return id;
        });
    }

    /** All that is kept with something that goes; how many there were. */
    public int removeAll(Owner owner) {
        return in(() -> rows.removeAll(owner));
    }

    /** Looks into those nobody looked into, where there is a scanner; how many are left as they were because it is silent. */
    int checkAnew(int atMost) {
        if (!scanner.isThere()) {
            return 0;
        }
        int left = 0;
        for (var id : in(() -> rows.toBeChecked(atMost))) {
            var content = in(() -> rows.content(id));
            if (content.isPresent()) {
                var verdict = scanner.check(content.get());
                if (verdict == Verdict.UNKNOWN) {
                    left++;
                } else {
                    in(() -> settled(id, verdict));
                }
            }
        }
        return left;
    }

    private UUID settled(UUID id, Verdict verdict) {
        rows.become(id, verdict == Verdict.CLEAN ? State.CLEAN : State.INFECTED);
        if (verdict == Verdict.INFECTED) {
            rows.find(id)
                    .ifPresent(row ->
                            note("attachments.file.infected", row.file(), new Audience(null, true, false, false)));
        }
        return id;
    }

    private Row row(UUID id) {
        return rows.find(id).orElseThrow(() -> Refusal.notFound("attachments.unknown"));
    }

    private Audience audience(Row row) {
        return audience(new Owner(row.room(), row.file().reference()));
    }

    private Audience audience(Owner owner) {
        return in(() -> known(owner)).orElseThrow(() -> Refusal.notFound("attachments.unknown"));
    }

    private Optional<Audience> known(Owner owner) {
        return Objects.requireNonNull(keepers.get(owner.room()), "no room says who reads files of " + owner.room())
                .of(owner.reference());
    }

    private void note(String what, Attachment file, Audience audience) {
        trail.note(Act.on(what, "attachment", file.id()).of(audience.organization()));
    }

    private static long bytes(int megabytes) {
        return (long) megabytes << 20;
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
