package org.opensocialnet.administration;

import org.opensocialnet.web.Words;

/** What the trail's codes say of why something was done; the code itself where a later release or another one wrote it. */
final class TrailReasons {

    private TrailReasons() {}

    static String why(String code, Words t) {
        return switch (code) {
            case "answer.by-link" -> t.of("administration.why.answer.by-link");
            case "answer.by-phone" -> t.of("administration.why.answer.by-phone");
            case "glass.danger-to-life" -> t.of("administration.why.glass.danger-to-life");
            case "glass.child-at-risk" -> t.of("administration.why.glass.child-at-risk");
            case "glass.missing-person" -> t.of("administration.why.glass.missing-person");
            case "glass.urgent-care" -> t.of("administration.why.glass.urgent-care");
            case "glass.justified" -> t.of("administration.why.glass.justified");
            case "glass.not-justified" -> t.of("administration.why.glass.not-justified");
            case "legal.police" -> t.of("administration.why.legal.police");
            case "legal.prosecutor" -> t.of("administration.why.legal.prosecutor");
            case "legal.court" -> t.of("administration.why.legal.court");
            case "legal.migration" -> t.of("administration.why.legal.migration");
            case "legal.other" -> t.of("administration.why.legal.other");
            case "legal.grant" -> t.of("administration.why.legal.grant");
            case "legal.refuse" -> t.of("administration.why.legal.refuse");
            default -> ofPeople(code, t);
        };
    }

    private static String ofPeople(String code, Words t) {
        return switch (code) {
            case "basis.child-protection" -> t.of("administration.why.basis.child-protection");
            case "basis.court-order" -> t.of("administration.why.basis.court-order");
            case "basis.legal-duty" -> t.of("administration.why.basis.legal-duty");
            case "basis.public-task" -> t.of("administration.why.basis.public-task");
            case "basis.vital-interest" -> t.of("administration.why.basis.vital-interest");
            case "care.need" -> t.of("administration.why.care.need");
            case "care.plan" -> t.of("administration.why.care.plan");
            case "care.note" -> t.of("administration.why.care.note");
            case "care.task" -> t.of("administration.why.care.task");
            case "care.goal-reached" -> t.of("administration.why.care.goal-reached");
            case "care.other-service" -> t.of("administration.why.care.other-service");
            case "care.moved" -> t.of("administration.why.care.moved");
            case "care.lost" -> t.of("administration.why.care.lost");
            case "care.asked" -> t.of("administration.why.care.asked");
            case "care.died" -> t.of("administration.why.care.died");
            case "care.other" -> t.of("administration.why.care.other");
            case "consent.share" -> t.of("administration.why.consent.share");
            case "consent.contact" -> t.of("administration.why.consent.contact");
            case "consent.research" -> t.of("administration.why.consent.research");
            case "consent.spoken" -> t.of("administration.why.consent.spoken");
            case "discretion.by-places" -> t.of("administration.why.discretion.by-places");
            case "discretion.told" -> t.of("administration.why.discretion.told");
            case "discretion.silent" -> t.of("administration.why.discretion.silent");
            case "erasure.asked" -> t.of("administration.why.erasure.asked");
            case "erasure.decided" -> t.of("administration.why.erasure.decided");
            case "erasure.import-undone" -> t.of("administration.why.erasure.import-undone");
            case "erasure.replayed" -> t.of("administration.why.erasure.replayed");
            case "erasure.retention" -> t.of("administration.why.erasure.retention");
            case "purpose.basis" -> t.of("administration.why.purpose.basis");
            case "purpose.card" -> t.of("administration.why.purpose.card");
            case "purpose.care" -> t.of("administration.why.purpose.care");
            case "purpose.consents" -> t.of("administration.why.purpose.consents");
            case "purpose.correct" -> t.of("administration.why.purpose.correct");
            case "purpose.doubles" -> t.of("administration.why.purpose.doubles");
            case "purpose.erase" -> t.of("administration.why.purpose.erase");
            case "purpose.find" -> t.of("administration.why.purpose.find");
            case "purpose.history" -> t.of("administration.why.purpose.history");
            case "purpose.household" -> t.of("administration.why.purpose.household");
            case "purpose.import" -> t.of("administration.why.purpose.import");
            case "purpose.list" -> t.of("administration.why.purpose.list");
            case "purpose.my-data" -> t.of("administration.why.purpose.my-data");
            case "purpose.wish" -> t.of("administration.why.purpose.wish");
            case "wish.correct" -> t.of("administration.why.wish.correct");
            case "wish.restrict" -> t.of("administration.why.wish.restrict");
            case "wish.erase" -> t.of("administration.why.wish.erase");
            case "wish.explain" -> t.of("administration.why.wish.explain");
            case "wish.show" -> t.of("administration.why.wish.show");
            case "wish.granted" -> t.of("administration.why.wish.granted");
            case "wish.refused" -> t.of("administration.why.wish.refused");
            default -> code;
        };
    }
}
