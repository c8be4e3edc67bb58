package org.opensocialnet.asks;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.support.PublicAsking.Wanted;
import org.opensocialnet.support.RequestMoved;
import org.opensocialnet.support.State;
import org.opensocialnet.vault.Vault;
import org.opensocialnet.web.Language;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people without an account ask for: taken once, told of by letter, and how they are reached. */
@Component
@Transactional
class Asks {

    static final String EMAIL = "ask-email";
    static final String PHONE = "ask-phone";

    private static final int LONGEST_TITLE = 200;

    private final PublicAsking asking;
    private final AskLinks links;
    private final Outbox outbox;
    private final Vault vault;
    private final Trail trail;
    private final JdbcClient jdbc;

    Asks(PublicAsking asking, AskLinks links, Outbox outbox, Vault vault, Trail trail, JdbcClient jdbc) {
        this.asking = asking;
        this.links = links;
        this.outbox = outbox;
        this.vault = vault;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** What a form says, once it holds. */
    record Told(List<Wanted> wanted, String zone, String story, Contact contact, Language language) {

        /** What others will read first: the thing itself, in the asker's words. */
        String title() {
            var first = wanted.getFirst().thing().text();
            return first.codePointCount(0, first.length()) <= LONGEST_TITLE
                    ? first
                    : first.substring(0, first.offsetByCodePoints(0, LONGEST_TITLE));
        }
    }

    /** How somebody is reached; both may be empty. */
    record Contact(String email, String phone) {

        @Override
        public String toString() {
            return "Contact";
        }
    }

    /** Takes it under the secret of its own link, which makes it one however often it is sent. */
    UUID take(SecretToken token, Told told) {
        var known = links.find(token);
        if (known.isPresent()) {
            return known.get().request();
        }
        var form = UUID.nameUUIDFromBytes(token.fingerprint());
        var request = asking.ask(form, told.title(), told.story(), told.zone(), told.wanted());
        jdbc.sql("""
                insert into asks.ask (request, email, phone, language, made_at)
                values (:request, :email, :phone, :language, :now)
                """)
                .param("request", request)
                .param("email", sealed(request, EMAIL, told.contact().email()), Types.BINARY)
                .param("phone", sealed(request, PHONE, told.contact().phone()), Types.BINARY)
                .param("language", told.language().code())
                .param("now", links.now())
                .update();
        links.keep(request, token);
        if (!told.contact().email().isEmpty()) {
            write(AsksConfig.LINK, told.contact().email(), told.language(), request, token);
        }
        return request;
    }

    private byte @Nullable [] sealed(UUID request, String field, String text) {
        return text.isEmpty() ? null : vault.seal(request, field, text);
    }

    private void write(String kind, String email, Language language, UUID request, SecretToken token) {
        outbox.leave(new Letter(kind, email, language, null, request, Map.of("link", AskLinks.PATH + token.text())));
    }

    /** Whether anything is known by which she can be reached; no reading of it. */
    @Transactional(readOnly = true)
    Reached reached(UUID request) {
        return jdbc.sql("""
                select email is not null as email, phone is not null as phone from asks.ask where request = :request
                """)
                .param("request", request)
                .query((row, _) -> new Reached(row.getBoolean("email"), row.getBoolean("phone")))
                .optional()
                .orElse(new Reached(false, false));
    }

    /** Which ways there are to reach her. */
    record Reached(boolean email, boolean phone) {

        boolean atAll() {
            return email || phone;
        }
    }

    /** How she is reached; that somebody read it stands in the trail. */
    Contact read(UUID request) {
        trail.note(Act.on("asks.contact.read", "support-request", request));
        return contact(request);
    }

    private Contact contact(UUID request) {
        return jdbc.sql("select email, phone from asks.ask where request = :request")
                .param("request", request)
                .query((row, _) -> new Contact(
                        opened(request, EMAIL, row.getBytes("email")), opened(request, PHONE, row.getBytes("phone"))))
                .optional()
                .orElse(new Contact("", ""));
    }

    private String opened(UUID request, String field, byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(request, field, sealed);
    }

    private boolean isKnown(UUID request) {
        return jdbc.sql("select exists (select from asks.ask where request = :request)")
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    private Language language(UUID request) {
        return jdbc.sql("select language from asks.ask where request = :request")
                .param("request", request)
                .query(String.class)
                .optional()
                .flatMap(Language::of)
                .orElse(Language.GREEK);
    }

    /** A new link for one that was lost; all before it end. It goes to her e-mail, or to the team to be told by hand. */
    Optional<SecretToken> renew(UUID request) {
        if (asking.find(request).filter(found -> !found.isOver()).isEmpty() || !isKnown(request)) {
            throw Refusal.conflict("asks.over");
        }
        var token = SecretToken.brief();
        links.end(request);
        links.keep(request, token);
        trail.note(Act.on("asks.link.renewed", "support-request", request));
        var email = contact(request).email();
        if (email.isEmpty()) {
            return Optional.of(token);
        }
        write(AsksConfig.LINK, email, language(request), request, token);
        return Optional.empty();
    }

    /** Her links live on while something becomes of it; what concerns her is told to her, by a link of its own. */
    @EventListener
    void moved(RequestMoved moved) {
        asking.find(moved.request()).ifPresent(standing -> {
            links.extend(standing.id());
            jdbc.sql("update asks.ask set over_at = cast(:over as timestamptz) where request = :request")
                    .param("request", standing.id())
                    .param("over", isOver(standing.state()) ? links.now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
            if (concerns(standing.state())) {
                var email = contact(standing.id()).email();
                if (!email.isEmpty()) {
                    var token = SecretToken.brief();
                    links.keep(standing.id(), token);
                    write(AsksConfig.NEWS, email, language(standing.id()), standing.id(), token);
                }
            }
        });
        asking.known(moved.request())
                .ifPresent(known -> jdbc.sql("""
                        update asks.folder set over_at = cast(:over as timestamptz) where request = :request
                        """)
                        .param("request", moved.request())
                        .param("over", isOver(known.state()) ? links.now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
                        .update());
    }

    /** A refusal that nobody appeals against is the end of it. */
    private static boolean isOver(State state) {
        return state.isOver() || state instanceof State.Refused;
    }

    /** What she must answer, or has waited for. */
    private static boolean concerns(State state) {
        return switch (state) {
            case State.Returned _, State.Refused _, State.Accepted _, State.Closed _ -> true;
            case State.Draft _,
                    State.Submitted _,
                    State.Appealed _,
                    State.Open _,
                    State.PartlyCovered _,
                    State.Covered _,
                    State.InDelivery _,
                    State.PartlyDelivered _,
                    State.Delivered _,
                    State.Confirmed _,
                    State.Withdrawn _ -> false;
        };
    }
}
