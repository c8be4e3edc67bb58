package org.opensocialnet.drafts;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;

/** The words of values that come from fixed lists, and the lists themselves. */
final class Options {

    private static final Map<String, String> KEYS = Map.ofEntries(
            entry("active", "drafts.option.active"),
            entry("inactive", "drafts.option.inactive"),
            entry("defunct", "drafts.option.defunct"),
            entry("temporarily closed", "drafts.option.temporarily-closed"),
            entry("service", "drafts.option.service"),
            entry("structure", "drafts.option.structure"),
            entry("programme", "drafts.option.programme"),
            entry("mobile", "drafts.option.mobile"),
            entry("public", "drafts.option.public"),
            entry("professionals", "drafts.option.professionals"),
            entry("municipal", "drafts.option.municipal"),
            entry("state", "drafts.option.state"),
            entry("civil-society", "drafts.option.civil-society"),
            entry("other", "drafts.option.other"),
            entry("physical", "drafts.option.physical"),
            entry("postal", "drafts.option.postal"),
            entry("virtual", "drafts.option.virtual"),
            entry("voice", "drafts.option.voice"),
            entry("text", "drafts.option.text"),
            entry("cell", "drafts.option.cell"),
            entry("fax", "drafts.option.fax"),
            entry("textphone", "drafts.option.textphone"),
            entry("wheelchair", "drafts.option.wheelchair"),
            entry("lift", "drafts.option.lift"),
            entry("ramp", "drafts.option.ramp"),
            entry("toilet", "drafts.option.toilet"),
            entry("sign-language", "drafts.option.sign-language"),
            entry("induction-loop", "drafts.option.induction-loop"),
            entry("guide-dog", "drafts.option.guide-dog"),
            entry("true", "drafts.option.yes"),
            entry("false", "drafts.option.no"));

    /** Lists of ours for columns in which HSDS takes any text. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "phone.type", List.of("voice", "cell", "text", "fax", "textphone"),
            "accessibility.feature",
                    List.of("wheelchair", "lift", "ramp", "toilet", "sign-language", "induction-loop", "guide-dog"));

    private Options() {}

    static List<String> values(String table, String column) {
        var own = LISTS.get(table + "." + column);
        return own != null
                ? own
                : HsdsTable.named(table)
                        .flatMap(known -> known.column(column))
                        .map(HsdsColumn::allowed)
                        .orElse(List.of());
    }

    static List<Choice> choices(Words t, String table, String column) {
        return values(table, column).stream()
                .map(value -> new Choice(value, word(t, value)))
                .toList();
    }

    /** A value of a list in words; one that is on no list as it is. */
    static String word(Words t, String value) {
        var key = KEYS.get(value);
        return key == null ? value : t.of(key);
    }
}
