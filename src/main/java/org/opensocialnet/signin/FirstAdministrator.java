package org.opensocialnet.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.Greeting;
import org.opensocialnet.kernel.Terminal;
import org.opensocialnet.web.Language;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets the first administrator in, who can be invited by nobody: by a link on the terminal, good for seven days and once. */
@Component
@Command.Words(
        name = "first-administrator",
        purpose = "prints a link with which the first administrator comes in; none once there is one")
class FirstAdministrator implements Command, Greeting {

    private static final String NAMELESS = "first@administrator.invalid";

    private final Members members;
    private final Invitations invitations;
    private final TransactionOperations transactions;
    private final Environment settings;

    FirstAdministrator(
            Members members, Invitations invitations, TransactionOperations transactions, Environment settings) {
        this.members = members;
        this.invitations = invitations;
        this.transactions = transactions;
        this.settings = settings;
    }

    static boolean isNameless(Member member) {
        return member.email().equals(NAMELESS);
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) {
        var link = link();
        if (link.isEmpty()) {
            terminal.warn("There is an administrator already. They invite others at the desk, under Members.");
            return 1;
        }
        terminal.say(settings.getProperty("osn.site.origin", "http://localhost:8080") + link.get());
        return 0;
    }

    /** The demo city brings its own. */
    @Override
    public List<String> lines(String address) {
        if (settings.getProperty("osn.demo.enabled", Boolean.class, false)) {
            return List.of();
        }
        return link().map(path -> List.of(
                        "First      " + address + path.substring(1),
                        "           lets the first administrator in, once and within seven days"))
                .orElse(List.of());
    }

    /** A new link's path; none where an administrator has come in before. */
    Optional<String> link() {
        var waiting = InSight.call(transactions, () -> {
            var known = members.byEmail(NAMELESS);
            if (known.isEmpty() && members.anybody(Role.ADMINISTRATOR)) {
                return Optional.<Member>empty();
            }
            return known.or(this::entered);
        });
        return waiting.map(member -> invitations.link(member.id()));
    }

    private Optional<Member> entered() {
        var id = members.add(NAMELESS, "?", Language.GREEK);
        members.give(id, null, Set.of(Role.ADMINISTRATOR));
        return members.find(id);
    }
}
