package org.opensocialnet.linking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.matching.Kind;

/** What the columns of a spreadsheet say, as an operator types it: {@code surname=family,date_of_birth=birth}. */
final class ColumnNames {

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        put(Kind.GIVEN_NAME, "given given_name first first_name firstname forename όνομα");
        put(Kind.FAMILY_NAME, "family surname family_name last last_name lastname επώνυμο");
        put(Kind.FULL_NAME, "name full full_name fullname ονοματεπώνυμο");
        put(Kind.PARENT_NAME, "parent father mother father_name mother_name πατρώνυμο μητρώνυμο");
        put(Kind.BIRTH_DATE, "birth date_of_birth dob birth_date birthdate date birth_year");
        put(Kind.SEX, "sex gender φύλο");
        put(Kind.NATIONALITY, "nationality citizenship υπηκοότητα");
        put(Kind.PHONE, "phone telephone mobile phone_number τηλέφωνο");
        put(Kind.EMAIL, "email mail e-mail");
        put(Kind.CODE, "code number identifier amka afm ssn");
        put(Kind.HOUSE_NUMBER, "house house_number street_number");
        put(Kind.STREET, "street address address_1 address_2 street_name διεύθυνση");
        put(Kind.PLACE, "place suburb city town municipality πόλη");
        put(Kind.POSTCODE, "postcode postal_code zip zipcode");
        put(Kind.REGION, "region state county state_province");
        put(Kind.CATEGORY, "category");
        put(Kind.TEXT, "text");
    }

    private ColumnNames() {}

    private static void put(Kind kind, String words) {
        for (var word : words.split(" ")) {
            KINDS.put(word, kind);
        }
    }

    /** The columns in the order they were typed. */
    static Map<String, Kind> read(String typed) {
        var columns = new LinkedHashMap<String, Kind>();
        for (var part : typed.split(",")) {
            int equals = part.indexOf('=');
            var name = (equals < 0 ? part : part.substring(0, equals)).strip();
            var word = (equals < 0 ? part : part.substring(equals + 1)).strip();
            var kind = kind(word)
                    .orElseThrow(() ->
                            new OperatorError(2, "\"" + word + "\" is no kind of column. There are: " + kinds() + "."));
            columns.put(name, kind);
        }
        return columns;
    }

    /** Those of a header whose names we know. */
    static Map<String, Kind> guess(List<String> header, String id) {
        var columns = new LinkedHashMap<String, Kind>();
        for (var name : header) {
            kind(name)
                    .filter(kind -> !name.equals(id) && (!columns.containsValue(kind) || kind == Kind.STREET))
                    .ifPresent(kind -> columns.put(name, kind));
        }
        return columns;
    }

    private static Optional<Kind> kind(String word) {
        return Optional.ofNullable(KINDS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** One word for each kind. */
    static String kinds() {
        var first = new ArrayList<String>();
        for (var kind : Kind.values()) {
            KINDS.entrySet().stream()
                    .filter(each -> each.getValue() == kind)
                    .findFirst()
                    .ifPresent(each -> first.add(each.getKey()));
        }
        return first.stream().collect(Collectors.joining(", "));
    }
}
