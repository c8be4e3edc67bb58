package org.opensocialnet.admissions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.people.FactKind;

/** What a column of a list holds: a fact of some kind, a code people made themselves, or nothing that is brought in. */
final class Meaning {

    static final String CODE = "code";
    static final String NONE = "none";

    /** How offices head such columns, without accents. */
    private static final Map<FactKind, List<String>> HEADINGS = headings();

    private static final List<String> CODES = List.of("κωδικος", "code", "id code");

    private Meaning() {}

    /** All a column can be, as forms write it. */
    static List<String> all() {
        var all = new ArrayList<String>();
        for (var kind : FactKind.values()) {
            all.add(kind.code());
        }
        all.add(CODE);
        all.add(NONE);
        return all;
    }

    /** The kind of fact a column holds; none where it holds another thing. */
    static Optional<FactKind> kind(String meaning) {
        for (var kind : FactKind.values()) {
            if (kind.code().equals(meaning)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What the headings say, each meaning once; what they do not say is left to whoever sent the list. */
    static List<String> guessed(List<String> headings) {
        var taken = new HashSet<String>();
        var guessed = new ArrayList<String>();
        for (var heading : headings) {
            var meaning = guess(plain(heading));
            guessed.add(taken.add(meaning) ? meaning : NONE);
        }
        return guessed;
    }

    private static String guess(String heading) {
        for (var known : HEADINGS.entrySet()) {
            if (known.getValue().stream().map(Meaning::plain).anyMatch(heading::equals)) {
                return known.getKey().code();
            }
        }
        return CODES.stream().map(Meaning::plain).anyMatch(heading::equals) ? CODE : NONE;
    }

    private static String plain(String heading) {
        return String.join(" ", SearchText.runs(SearchText.plain(heading)));
    }

    private static Map<FactKind, List<String>> headings() {
        var known = new LinkedHashMap<FactKind, List<String>>();
        known.put(FactKind.GIVEN_NAME, List.of("ονομα", "μικρο ονομα", "onoma", "name", "first name", "given name"));
        known.put(
                FactKind.FAMILY_NAME, List.of("επωνυμο", "επιθετο", "eponymo", "surname", "last name", "family name"));
        known.put(FactKind.NICKNAME, List.of("παρατσουκλι", "υποκοριστικο", "nickname", "known as"));
        known.put(
                FactKind.FATHER,
                List.of("πατρωνυμο", "ονομα πατρος", "ονομα πατερα", "πατερας", "father", "father s name"));
        known.put(
                FactKind.MOTHER,
                List.of("μητρωνυμο", "ονομα μητρος", "ονομα μητερας", "μητερα", "mother", "mother s name"));
        known.put(
                FactKind.BORN,
                List.of(
                        "ημερομηνια γεννησης",
                        "ημ γεννησης",
                        "ημ νια γεννησης",
                        "γεννηση",
                        "ετος γεννησης",
                        "γεννηθηκε",
                        "date of birth",
                        "birth date",
                        "birthday",
                        "dob",
                        "born",
                        "birth year",
                        "year of birth"));
        known.put(FactKind.GENDER, List.of("φυλο", "gender", "sex"));
        known.put(FactKind.AMKA, List.of("αμκα", "α μ κ α", "amka"));
        known.put(FactKind.AFM, List.of("αφμ", "α φ μ", "afm", "vat", "tax number"));
        known.put(FactKind.PAAYPA, List.of("πααυπα", "paaypa"));
        known.put(FactKind.PASSPORT, List.of("διαβατηριο", "αριθμος διαβατηριου", "passport", "passport number"));
        known.put(FactKind.PHONE, List.of("τηλεφωνο", "τηλ", "κινητο", "phone", "telephone", "mobile", "tel"));
        known.put(FactKind.EMAIL, List.of("email", "e mail", "mail", "ηλεκτρονικο ταχυδρομειο"));
        known.put(FactKind.SAFE_CONTACT, List.of("ασφαλης επικοινωνια", "safe contact"));
        known.put(FactKind.NATIONALITY, List.of("εθνικοτητα", "ιθαγενεια", "υπηκοοτητα", "nationality", "citizenship"));
        known.put(FactKind.LANGUAGES, List.of("γλωσσα", "γλωσσες", "language", "languages"));
        known.put(
                FactKind.PLACE, List.of("τοπος", "περιοχη", "διευθυνση", "που βρισκεται", "place", "area", "address"));
        return known;
    }
}
