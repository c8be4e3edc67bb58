package org.opensocialnet.attachments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.attachments.Attachment.State;
import org.opensocialnet.attachments.Attachments.Owner;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.support.PublicAsking.Wanted;
import org.opensocialnet.support.Thing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Files of a request: looked at for viruses, sealed, kept once, and no more than there is room for. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AttachmentsTest {

    @Autowired
    Attachments attachments;

    @Autowired
    PublicAsking asking;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Owner owner;

    @BeforeEach
    void aRequest() {
        var blankets = new Wanted(new Thing.Goods(null, "Κουβέρτες"), BigDecimal.TEN, Unit.ITEM, 4, null);
        owner = new Owner("asks", seen(() -> asking.ask(UUID.randomUUID(), "Κουβέρτες", "", "", List.of(blankets))));
    }

    @AfterEach
    void asItWas() {
        reset(AttachmentSettings.CLAMD);
        reset(AttachmentSettings.TOGETHER_MEGABYTES);
        reset(AttachmentSettings.FILES_AN_HOUR);
    }

    @Test
    void withoutAScannerAFileIsReadableAndSaysSo() {
        var id = added("photo.jpg", Samples.photograph());
        assertThat(list().getFirst().state()).isEqualTo(State.UNCHECKED);
        assertThat(latin(read(id).content())).doesNotContain(Samples.PLACE);
        var kept = seen(() -> jdbc.sql("select content from attachments.file where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .single());
        assertThat(latin(kept)).as("sealed").doesNotContain("JFIF");
        var name = seen(() -> jdbc.sql("select name from attachments.file where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .single());
        assertThat(latin(name)).doesNotContain("photo");
    }

    @Test
    void aScannerLetsPassWhatIsCleanAndRefusesWhatIsNot() throws IOException {
        try (var clamd = new FakeClamd()) {
            decide(AttachmentSettings.CLAMD, clamd.address());
            added("list.txt", Samples.text("δέκα κουβέρτες ".repeat(20_000)));
            assertThat(list()).extracting(Attachment::state).containsExactly(State.CLEAN);
            assertThat(refusal("eicar.txt", Samples.text(FakeClamd.EICAR)).key())
                    .isEqualTo("attachments.fault.infected");
            assertThat(list()).as("never stored").hasSize(1);
        }
    }

    @Test
    void whileTheScannerIsDownFilesWaitUnreadAndAreLookedAtAfterwards() throws IOException {
        UUID good;
        UUID bad;
        try (var clamd = new FakeClamd()) {
            decide(AttachmentSettings.CLAMD, clamd.address());
        }
        good = added("good.txt", Samples.text("κουβέρτες"));
        bad = added("bad.txt", Samples.text(FakeClamd.EICAR));
        assertThat(list()).extracting(Attachment::state).containsExactly(State.WAITING, State.WAITING);
        var no = catchThrowableOfType(Refusal.class, () -> read(good));
        assertThat(no.key()).isEqualTo("attachments.not-readable");

        try (var clamd = new FakeClamd()) {
            decide(AttachmentSettings.CLAMD, clamd.address());
            Sight.job("attachments").run(() -> attachments.checkAnew(1_000));
        }
        assertThat(latin(read(good).content())).isNotEmpty();
        assertThat(list()).extracting(Attachment::state).containsExactly(State.CLEAN, State.INFECTED);
        var left = seen(() -> jdbc.sql("select count(*) from attachments.file where id = :id and content is not null")
                .param("id", bad)
                .query(Integer.class)
                .single());
        assertThat(left).as("nothing of it is kept").isZero();
    }

    @Test
    void theSameFileIsKeptOnceAndThereIsRoomForSoMuch() {
        var first = added("a.txt", Samples.text("κουβέρτες"));
        assertThat(added("b.txt", Samples.text("κουβέρτες"))).isEqualTo(first);
        decide(AttachmentSettings.TOGETHER_MEGABYTES, "1");
        assertThat(refusal("big.txt", Samples.text("a".repeat((1 << 20) + 1))).key())
                .isEqualTo("attachments.fault.together");
        assertThat(refusal("huge.txt", new byte[(5 << 20) + 1]).key()).isEqualTo("attachments.fault.large");
        assertThat(refusal("none.txt", new byte[0]).key()).isEqualTo("attachments.fault.empty");
        assertThat(refusal("run.pdf", Samples.text("MZ\u0000")).key()).isEqualTo("attachments.fault.kind");
    }

    @Test
    void whoeverSendsTooMuchWaits() {
        decide(AttachmentSettings.FILES_AN_HOUR, "2");
        var sender = "test " + UUID.randomUUID();
        link(() -> attachments.add(owner, sender, "1.txt", Samples.text("one")));
        link(() -> attachments.add(owner, sender, "2.txt", Samples.text("two")));
        var no = catchThrowableOfType(
                Refusal.class, () -> link(() -> attachments.add(owner, sender, "3.txt", Samples.text("three"))));
        assertThat(no.key()).isEqualTo("attachments.fault.many");
    }

    @Test
    void anOrganisationThatIsCalledToHelpSeesNoFile() {
        var id = added("list.txt", Samples.text("κουβέρτες"));
        var other = Sight.link(UUID.randomUUID(), "test", "here");
        assertThat(other.call(() -> attachments.of(owner))).isEmpty();
        assertThat(catchThrowableOfType(Refusal.class, () -> other.call(() -> attachments.read(id)))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        int visible = other.call(
                () -> requireNonNull(transactions.execute(_ -> jdbc.sql("select count(*) from attachments.file")
                        .query(Integer.class)
                        .single())));
        assertThat(visible).as("the database shows it none either").isZero();
    }

    private UUID added(String name, byte[] content) {
        return link(() -> attachments.add(owner, "test " + owner.reference(), name, content));
    }

    private Refusal refusal(String name, byte[] content) {
        return catchThrowableOfType(Refusal.class, () -> added(name, content));
    }

    private List<Attachment> list() {
        return link(() -> attachments.of(owner));
    }

    private Attachments.Read read(UUID id) {
        return link(() -> attachments.read(id));
    }

    private static <T> T link(Supplier<T> work) {
        return new Sight(null, null, "link", Sight.Reach.SYSTEM, "test", "here").call(work::get);
    }

    private <T> T seen(Supplier<T> work) {
        return link(() -> requireNonNull(transactions.execute(_ -> work.get())));
    }

    private void decide(Setting<?> setting, String value) {
        Sight.job("settings")
                .run(() -> transactions.executeWithoutResult(_ -> settings.change(Map.of(setting, value))));
    }

    private void reset(Setting<?> setting) {
        Sight.job("settings").run(() -> transactions.executeWithoutResult(_ -> settings.reset(setting)));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
