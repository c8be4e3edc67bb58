package org.opensocialnet.safeguards;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.messaging.LetterFamily;
import org.opensocialnet.messaging.LetterKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its pages, its cards and the letter that tells of a broken glass. */
@Configuration(proxyBeanMethods = false)
class SafeguardsConfig {

    static final String GLASS_OPENED = "safeguards.glass-opened";
    static final String LEGAL_WAITING = "safeguards.legal-waiting";

    @Bean
    DeskEntry glassEntry() {
        return new DeskEntry(
                Group.NETWORK, 80, GlassPages.PATH, Permission.GLASS_BREAK, t -> t.of("safeguards.glass.title"));
    }

    @Bean
    DeskEntry glassReviewEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION,
                60,
                GlassReviewPages.PATH,
                Permission.GLASS_REVIEW,
                t -> t.of("safeguards.reviews.title"));
    }

    @Bean
    DeskEntry legalEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION,
                70,
                LegalPages.PATH,
                Permission.LEGAL_REQUEST_DECIDE,
                t -> t.of("safeguards.legal.title"));
    }

    @Bean
    LetterKind glassOpenedLetter() {
        return LetterKind.needed(GLASS_OPENED, t -> t.of("safeguards.letter.name"), Duration.ofDays(7))
                .with("by", "of", "minutes", "link")
                .atMost(60);
    }

    /** Work and no danger: whoever sees the desk every day may do without it. */
    @Bean
    LetterKind legalWaitingLetter() {
        var family = new LetterFamily("safeguards.waiting", t -> t.of("safeguards.letter.waiting.family"), true);
        return LetterKind.of(family, LEGAL_WAITING, t -> t.of("safeguards.letter.waiting"), Duration.ofDays(7))
                .with("link")
                .atMost(60);
    }

    @Bean
    ToDo glassesToReview(Glasses glasses) {
        return (me, t) -> {
            var waiting = me.may(Permission.GLASS_REVIEW) ? glasses.waiting() : 0;
            return one(
                    waiting,
                    new ToDo.Card(
                            90,
                            t.of("safeguards.todo.glass", waiting),
                            t.of("safeguards.todo.glass.reason"),
                            t.of("safeguards.todo.glass.action"),
                            GlassReviewPages.PATH));
        };
    }

    @Bean
    ToDo legalRequestsToDecide(LegalRequests requests) {
        return (me, t) -> {
            var waiting = me.may(Permission.LEGAL_REQUEST_DECIDE) ? requests.waitingFor(me.member()) : 0;
            return one(
                    waiting,
                    new ToDo.Card(
                            85,
                            t.of("safeguards.todo.legal", waiting),
                            t.of("safeguards.todo.legal.reason"),
                            t.of("safeguards.todo.legal.action"),
                            LegalPages.PATH));
        };
    }

    private static List<ToDo.Card> one(int waiting, ToDo.Card card) {
        return Optional.of(card).filter(_ -> waiting > 0).stream().toList();
    }
}
