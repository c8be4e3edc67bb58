package org.opensocialnet.upkeep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The fields of a page's form with what they hold, to be sent back as a browser would. */
public final class Filled {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern AREA =
            Pattern.compile("<textarea\\b[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern SELECT =
            Pattern.compile("<select\\b[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private Filled() {}

    public static Map<String, String> form(String html) {
        var main = html.substring(Math.max(0, html.indexOf("<main")));
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(main).results().forEach(input -> {
            var attributes = new LinkedHashMap<String, String>();
            ATTRIBUTE.matcher(input.group()).results().forEach(each -> attributes.put(each.group(1), each.group(2)));
            var name = attributes.get("name");
            var type = attributes.getOrDefault("type", "text");
            boolean box = type.equals("checkbox") || type.equals("radio");
            if (name != null && !name.equals("_csrf") && (!box || input.group().contains(" checked"))) {
                fields.put(name, HtmlUtils.htmlUnescape(attributes.getOrDefault("value", "")));
            }
        });
        AREA.matcher(main).results().forEach(area -> fields.put(area.group(1), HtmlUtils.htmlUnescape(area.group(2))));
        SELECT.matcher(main).results().forEach(select -> {
            var chosen = CHOSEN.matcher(select.group(2));
            fields.put(select.group(1), chosen.find() ? HtmlUtils.htmlUnescape(chosen.group(1)) : "");
        });
        return fields;
    }
}
