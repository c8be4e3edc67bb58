package org.opensocialnet.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

/** People who come in by browser, with a phone beside them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("desk-sample")
abstract class SignInWorld {

    static final String GOOD = "τρακτέρ ομπρέλα βιολί";

    static final UUID SUN = UUID.fromString("01900000-0000-7000-8000-000000000001");

    static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]+)</code>");

    @LocalServerPort
    int port;

    @Autowired
    Members members;

    @Autowired
    Invitations invitations;

    @Autowired
    Links links;

    @Autowired
    ClosedSecrets secrets;

    @Autowired
    SecondSteps steps;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Browsing browser = new Browsing(0);

    /** All come from this machine: the limit by neighbourhood is not what most of these tests are about. */
    @BeforeEach
    void fresh() {
        browser = new Browsing(port);
        Sight.job("attempt")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("delete from access.attempt").update()));
    }

    record Person(UUID id, String email) {}

    Person person(Role role) {
        return InSight.call(transactions, () -> {
            var email = "p" + Uuid7.next() + "@example.org";
            var id = members.add(email, "Μαρία Δοκιμή", Language.GREEK);
            members.give(id, role.ofTheNetwork() ? null : SUN, Set.of(role));
            return new Person(id, email);
        });
    }

    Person withPassword(Role role) {
        var person = person(role);
        browser.fill(invitations.link(person.id()), "password", GOOD);
        browser = new Browsing(port);
        return person;
    }

    int desk() {
        return browser.get("/desk/sample/me").statusCode();
    }

    /** An app set up with what the page shows. */
    Phone phone() {
        var page = SECRET.matcher(browser.get(SecondStepPages.SET_UP).body());
        assertThat(page.find()).isTrue();
        return new Phone(page.group(1));
    }

    /** A page without what was typed and without the token. */
    static String same(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "value");
    }

    byte[] kept(Person person) {
        return InSight.call(
                transactions,
                () -> jdbc.sql("select secret from signin.authenticator where member = :member and key is not null")
                        .param("member", person.id())
                        .query(byte[].class)
                        .single());
    }

    static final Pattern PAPER = Pattern.compile("<code>([A-Z2-7-]{29})</code>");

    List<String> paper(HttpResponse<String> page) {
        return PAPER.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    List<String> letters(Person person) {
        return InSight.call(
                transactions,
                () -> jdbc.sql("select kind from messaging.letter where about = :member")
                        .param("member", person.id())
                        .query(String.class)
                        .list());
    }

    /** As an administrator does it; answers the link of the letter. */
    String reset(Person person) {
        Sight.job("desk").run(() -> steps.reset(person.id(), null));
        return InSight.call(transactions, () -> links.make(person.id(), Links.Purpose.NEW_APP));
    }

    @Nullable
    String linkOf(UUID member) {
        return InSight.call(
                        transactions,
                        () -> jdbc.sql("select purpose from signin.link where member = :member and used_at is null")
                                .param("member", member)
                                .query(String.class)
                                .optional())
                .orElse(null);
    }
}
