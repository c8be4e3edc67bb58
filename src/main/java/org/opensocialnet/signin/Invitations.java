package org.opensocialnet.signin;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.signin.Links.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sends members the link with which they choose a password. Called outside of a transaction. */
@Component
public class Invitations implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);

    private final Members members;
    private final Links links;
    private final Passwords passwords;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final ExecutorService afterwards = Executors.newVirtualThreadPerTaskExecutor();

    Invitations(Members members, Links links, Passwords passwords, Outbox outbox, TransactionOperations transactions) {
        this.members = members;
        this.links = links;
        this.passwords = passwords;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** The letter for the first entry; links sent before it end. */
    public void invite(UUID member) {
        InSight.call(transactions, () -> {
            var invited = members.find(member).orElseThrow();
            return outbox.leave(letter(WayInLetters.FIRST_ENTRY, invited, links.make(member, Purpose.FIRST_ENTRY)));
        });
    }

    /** The path of a link for the first entry, for whoever tells it by another way than a letter. */
    String link(UUID member) {
        return InSight.call(transactions, () -> links.make(member, Purpose.FIRST_ENTRY));
    }

    /** Gives a member of the demo city a password everybody knows; nobody else. */
    public void giveEverybodysPassword(UUID member, String password) {
        var hash = passwords.encode(password);
        InSight.call(transactions, () -> {
            if (!members.find(member).orElseThrow().invented()) {
                throw new IllegalArgumentException("not a member of the demo city");
            }
            passwords.set(member, hash);
            return true;
        });
    }

    /** Forgets such passwords when the demo city goes, before its members do. */
    public void forgetEverybodysPasswords(Collection<UUID> invented) {
        passwords.forget(invented);
    }

    /** After the answer is given, so that nobody learns from its time whether there is such an account. */
    void forgotten(String email) {
        afterwards.execute(() -> {
            try {
                InSight.call(
                        transactions,
                        () -> members.byEmail(email)
                                .filter(member -> member.state() != State.DISABLED && !member.invented())
                                .map(member -> outbox.leave(letter(
                                        WayInLetters.FORGOTTEN, member, links.make(member.id(), Purpose.FORGOTTEN))))
                                .isPresent());
            } catch (RuntimeException e) {
                LOG.error("A letter for a forgotten password could not be left", e);
            }
        });
    }

    private static Letter letter(String kind, Member to, String link) {
        return new Letter(kind, to.email(), to.language(), null, to.id(), Map.of("name", to.name(), "link", link));
    }

    @Override
    public void destroy() {
        afterwards.close();
    }
}
