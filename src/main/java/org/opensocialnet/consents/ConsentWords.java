package org.opensocialnet.consents;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.consents.Consent.Purpose;
import org.opensocialnet.consents.Consent.Way;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Says a consent in words, for workers and for the person herself. */
@Component
public class ConsentWords {

    private final Organizations organizations;

    ConsentWords(Organizations organizations) {
        this.organizations = organizations;
    }

    /** "Sharing with Night shelter: who she is, care". */
    public String title(Consent consent, Words t) {
        return switch (consent.purpose()) {
            case SHARE -> t.of("consents.title.share", recipient(consent), what(consent.identity(), consent.care(), t));
            case CONTACT -> t.of("consents.title.contact");
            case RESEARCH -> t.of("consents.title.research");
        };
    }

    private String recipient(Consent consent) {
        var recipient = consent.recipient();
        return recipient == null ? "" : organizations.name(recipient).orElse("…");
    }

    private static String what(boolean identity, boolean care, Words t) {
        var what = new ArrayList<String>();
        if (identity) {
            what.add(t.of("consents.what.identity"));
        }
        if (care) {
            what.add(t.of("consents.what.care"));
        }
        return String.join(", ", what);
    }

    /** "spoken before a worker, 21 November 2026, until 20 November 2027". */
    public String proof(Consent consent, Words t) {
        return t.of(
                "consents.proof",
                of(consent.way(), t),
                t.moment(consent.givenAt()),
                t.date(consent.endsOn()),
                consent.wording());
    }

    /** "Night shelter: who she is, care. Duty by law, article 5 of …". */
    String title(LegalBasis basis, Words t) {
        return t.of(
                "consents.basis.line",
                organizations.name(basis.recipient()).orElse("…"),
                what(basis.identity(), basis.care(), t),
                of(basis.ground(), t),
                basis.article());
    }

    /** "decided by the social worker in charge, 21 November 2026, until 20 February 2027: …". */
    String proof(LegalBasis basis, Words t) {
        return t.of(
                "consents.basis.proof",
                basis.decidedBy(),
                t.moment(basis.recordedAt()),
                t.date(basis.endsOn()),
                basis.why());
    }

    static String of(LegalBasis.Ground ground, Words t) {
        return switch (ground) {
            case LEGAL_DUTY -> t.of("consents.ground.legal-duty");
            case VITAL_INTEREST -> t.of("consents.ground.vital-interest");
            case PUBLIC_TASK -> t.of("consents.ground.public-task");
            case CHILD_PROTECTION -> t.of("consents.ground.child-protection");
            case COURT_ORDER -> t.of("consents.ground.court-order");
        };
    }

    static String of(Way way, Words t) {
        return switch (way) {
            case SIGNED -> t.of("consents.way.signed");
            case SPOKEN -> t.of("consents.way.spoken");
            case ONLINE -> t.of("consents.way.online");
        };
    }

    /** The text shown to whoever agrees; {@link Consents#VERSION} is its version. */
    static String wording(Purpose purpose, Words t) {
        return switch (purpose) {
            case SHARE -> t.of("consents.wording.share");
            case CONTACT -> t.of("consents.wording.contact");
            case RESEARCH -> t.of("consents.wording.research");
        };
    }

    static List<Purpose> purposes() {
        return List.of(Purpose.values());
    }
}
