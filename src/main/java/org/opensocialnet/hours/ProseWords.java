package org.opensocialnet.hours;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.hours.ProseToken.Kind;

/** The words opening hours are written with, in English and Greek, folded. A text with any other word is not read. */
final class ProseWords {

    private static final Map<Kind, Pattern> WORDS = new EnumMap<>(Kind.class);
    private static final Pattern TIME = Pattern.compile("""
            ((?<hour>\\d{1,2})([:.](?<minute>\\d{2}))?|(?<four>\\d{4}))(?![\\d])\
            ( ?(?<half>[ap]\\.?m\\b\\.?|[πμ]\\.?μ\\.?(?![α-ω])|noon|midnight|το μεσημερι|τα μεσανυχτα))?(?![a-zα-ω])\
            |(?<word>noon|midnight|μεσημερι|μεσανυχτα)(?![a-zα-ω])""");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final String EVERY_DAY = "daily|every day|everyday|(7|seven) days (a|per) week|καθημερινα|καθε μερα";
    private static final String WORKDAYS = "weekdays|m-f|καθημερινεσ|εργασιμεσ( (η)?μερεσ)?";
    private static final String WEEKEND = "weekends?|σαββατοκυριακ(ο|α)";
    private static final String[] WEEKDAYS = {
        "mon(day|days)?|δευ?|δευτ|δευτερ(α|εσ)",
        "tue(s|sday|sdays)?|τρι?|τριτ(η|εσ)",
        "weds?|wednesdays?|τετ?|τεταρτ(η|εσ)",
        "thu(r|rs|rsday|rsdays)?|πεμ?|πεμπτ(η|εσ)",
        "fri(day|days)?|παρ?|παρασκευ(η|εσ)",
        "sat(urday|urdays)?|σαβ?β?|σαββατ(ο|α)",
        "sun(day|days)?|κυρ?|κυριακ(η|εσ)"
    };

    static {
        words(Kind.DAYS, String.join("|", WEEKDAYS) + "|" + EVERY_DAY + "|" + WORKDAYS + "|" + WEEKEND);
        words(Kind.NTH, "1st|2nd|3rd|4th|first|second|third|fourth|last|[1-4]η|πρωτη|πρωτο|τελευταια|τελευταιο");
        words(Kind.OF_THE_MONTH, "of (the|each|every) month|του μηνα|καθε μηνα");
        words(Kind.ROUND_THE_CLOCK, """
                (open )?24[ -]?(hours?|hrs?)( (a|per) day)?( facility)?|24/7|(a|)round the clock\
                |(σε )?(ολο το )?24ωρ(ο|η)( (λειτουργια|βαση))?|24 ωρεσ( το 24ωρο| την ημερα)?""");
        words(Kind.BY_APPOINTMENT, """
                (by|with an?) (prior )?appointment( only)?|appointments? only|((μονο )?κατοπιν|(μονο )?με) ραντεβου""");
        words(Kind.NOT_ON_HOLIDAYS, """
                (closed|except)( on)?( all| major| federal| public| national| legal| bank)* holidays\
                |(εκτοσ( απο)?|κλειστ(α|ο))( τισ)?( επισημεσ)? αργι(ων|εσ)""");
        words(Kind.ON_HOLIDAYS, "(including|and) (all |public )?holidays|και (τισ )?αργιεσ");
        words(Kind.CLOSED, "closed( on)?|κλειστ(α|οσ|η|ο)");
        words(Kind.TO, "to|through|thru|until|till|εωσ|ωσ|μεχρι");
        words(Kind.AND, "and|και");
        words(Kind.OR, "or|η");
        words(Kind.SMALL_WORD, """
                from|on|every|each|open|((office|business) )?hours:?|απο|καθε|τισ|ανοιχτα|ανοικτα\
                |ωρεσ( λειτουργιασ)?:?|ωραριο( λειτουργιασ)?:?""");
        signs(Kind.TO, "-");
        signs(Kind.AND, "&");
        signs(Kind.COMMA, "[,:/()]+");
        signs(Kind.END, "[;·|\\n]+|\\.(?=\\s|$)");
    }

    private ProseWords() {}

    /** All words of a folded text, or nothing where one is unknown. */
    static Optional<List<ProseToken>> of(String text) {
        var tokens = new ArrayList<ProseToken>();
        int at = 0;
        while (at < text.length()) {
            var found = longest(text, at);
            if (found == null) {
                return Optional.empty();
            }
            found.token.ifPresent(tokens::add);
            at = found.end;
        }
        return Optional.of(tokens);
    }

    private record Found(Optional<ProseToken> token, int end) {}

    private static @Nullable Found longest(String text, int at) {
        @Nullable Found longest = null;
        for (var word : WORDS.entrySet()) {
            var found = word.getValue().matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (found.lookingAt() && (longest == null || found.end() > longest.end)) {
                longest = new Found(Optional.of(token(word.getKey(), found.group())), found.end());
            }
        }
        var time = TIME.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (time.lookingAt() && (longest == null || time.end() > longest.end)) {
            longest = new Found(Optional.of(new ProseToken(Kind.TIME, 0, time(time))), time.end());
        }
        var space = SPACE.matcher(text).region(at, text.length());
        return longest == null && space.lookingAt() ? new Found(Optional.empty(), space.end()) : longest;
    }

    private static ProseToken token(Kind kind, String word) {
        return switch (kind) {
            case DAYS -> ProseToken.days(days(word));
            case NTH -> new ProseToken(kind, nth(word), null);
            default -> ProseToken.of(kind);
        };
    }

    private static int days(String word) {
        var bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        for (int day = 0; day < WEEKDAYS.length; day++) {
            if (bare.matches(WEEKDAYS[day])) {
                return 1 << day;
            }
        }
        return bare.matches(WORKDAYS) ? 0b0011111 : bare.matches(WEEKEND) ? 0b1100000 : 0b1111111;
    }

    private static int nth(String word) {
        return switch (word.substring(0, Math.min(3, word.length()))) {
            case "1st", "fir", "1η", "πρω" -> 1;
            case "2nd", "sec", "2η" -> 2;
            case "3rd", "thi", "3η" -> 3;
            case "4th", "fou", "4η" -> 4;
            default -> -1;
        };
    }

    private static SpokenTime time(Matcher found) {
        var word = found.group("word");
        if (word != null) {
            return word.equals("noon") || word.equals("μεσημερι") ? SpokenTime.NOON : SpokenTime.MIDNIGHT;
        }
        var four = found.group("four");
        var hour = four == null ? found.group("hour") : four.substring(0, 2);
        var minute = four == null ? found.group("minute") : four.substring(2);
        return SpokenTime.of(hour, minute, found.group("half"));
    }

    private static void words(Kind kind, String words) {
        WORDS.put(kind, Pattern.compile("(?:" + words + ")(?![a-zα-ω0-9])\\.?"));
    }

    private static void signs(Kind kind, String signs) {
        var words = WORDS.get(kind);
        WORDS.put(kind, Pattern.compile(words == null ? signs : words.pattern() + "|" + signs));
    }
}
