package org.opensocialnet.pledges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.pledges.Contacts.Contact;
import org.opensocialnet.pledges.Conversation.Side;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells those concerned of what became of a pledge; letters are left in the transaction of the act itself, if it did anything. */
@Component
class PledgeLetters {

    private final Members members;
    private final Outbox outbox;
    private final Contacts contacts;
    private final PledgeWords words;
    private final TransactionOperations transactions;

    PledgeLetters(
            Members members, Outbox outbox, Contacts contacts, PledgeWords words, TransactionOperations transactions) {
        this.members = members;
        this.outbox = outbox;
        this.contacts = contacts;
        this.words = words;
        this.transactions = transactions;
    }

    /** Whoever asked and the team hear that something is not coming. */
    void withdrawn(Pledge pledge, Words t, BooleanSupplier act) {
        var readers = new ArrayList<>(receivers(pledge));
        if (pledge.receiver() != null) {
            readers.addAll(team());
        }
        done(
                act,
                () -> readers.stream()
                        .distinct()
                        .map(reader -> withdrawn(pledge, reader, t.in(reader.language())))
                        .forEach(outbox::leave));
    }

    private Letter withdrawn(Pledge pledge, Member reader, Words t) {
        return letter(
                PledgesConfig.WITHDRAWN,
                reader,
                pledge,
                Map.of(
                        "what",
                        words.what(pledge, t),
                        "quantity",
                        PledgeWords.quantity(pledge, pledge.quantity(), t),
                        "link",
                        PromisePages.PATH + "/" + pledge.id()));
    }

    /** The others hear that there is a message, never what it says. */
    void message(Pledge pledge, Side from, BooleanSupplier act) {
        var givers = from == Side.GIVER ? List.<Member>of() : givers(pledge);
        var receivers = from == Side.RECEIVER ? List.<Member>of() : receivers(pledge);
        done(act, () -> {
            left(pledge, givers, PledgePages.PATH);
            left(pledge, receivers, PromisePages.PATH);
            if (from != Side.GIVER) {
                toCitizen(pledge);
            }
        });
    }

    private void left(Pledge pledge, List<Member> readers, String path) {
        readers.stream()
                .distinct()
                .map(reader -> letter(PledgesConfig.MESSAGE, reader, pledge, Map.of("link", path + "/" + pledge.id())))
                .forEach(outbox::leave);
    }

    /** A citizen who left an e-mail hears that something became of her promise, with a link of its own. */
    void news(Pledge pledge, BooleanSupplier act) {
        done(act, () -> toCitizen(pledge));
    }

    /** The same within an act of another room. */
    void toCitizen(Pledge pledge) {
        contacts.of(pledge.id()).filter(contact -> !contact.email().isEmpty()).ifPresent(contact -> {
            var token = SecretToken.fresh();
            contacts.link(pledge.id(), token);
            outbox.leave(toCitizen(PledgesConfig.NEWS, contact, pledge.id(), token));
        });
    }

    /** Somebody promised something by the public form: her link also reaches the e-mail she left. */
    void promised(Contact contact, SecretToken token, BooleanSupplier act) {
        done(act, () -> {
            if (!contact.email().isEmpty()) {
                outbox.leave(toCitizen(PledgesConfig.PROMISED, contact, null, token));
            }
        });
    }

    private static Letter toCitizen(String kind, Contact contact, @Nullable UUID about, SecretToken token) {
        return new Letter(
                kind,
                contact.email(),
                contact.language(),
                onBehalf(),
                about,
                Map.of("link", CitizenPages.PATH + token.text()));
    }

    private static Letter letter(String kind, Member reader, Pledge pledge, Map<String, String> values) {
        return new Letter(kind, reader.email(), reader.language(), onBehalf(), pledge.id(), values);
    }

    private void done(BooleanSupplier act, Runnable letters) {
        transactions.executeWithoutResult(_ -> {
            if (act.getAsBoolean()) {
                letters.run();
            }
        });
    }

    /** Who promised it, while she is there; else who looks after the organisation. */
    private List<Member> givers(Pledge pledge) {
        var member = pledge.member();
        if (member == null) {
            return of(pledge.organization());
        }
        var promised = Sight.job("pledges").call(() -> members.find(member));
        return promised.filter(found -> found.state() == Member.State.ACTIVE)
                .map(List::of)
                .orElseGet(() -> of(pledge.organization()));
    }

    private List<Member> receivers(Pledge pledge) {
        return pledge.receiver() == null ? team() : of(pledge.receiver());
    }

    /** Who looks after an organisation: not another's to see, so the program itself looks them up, to write to them. */
    private List<Member> of(@Nullable UUID organization) {
        return organization == null
                ? List.of()
                : Sight.job("pledges").call(() -> members.holding(Role.ORGANIZATION_ADMIN, organization));
    }

    private List<Member> team() {
        return Sight.job("pledges").call(() -> members.holding(Role.COORDINATOR, null));
    }

    private static @Nullable UUID onBehalf() {
        return Objects.requireNonNull(Sight.current()).organization();
    }
}
