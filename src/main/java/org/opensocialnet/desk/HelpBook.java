package org.opensocialnet.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.web.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The help texts of all rooms: {@code help/<room>/desk-search.md} (Greek) and {@code desk-search_en.md} help on
 * /desk/search and below. The first line is the title, {@code # …}.
 */
@Component
class HelpBook {

    private final Map<Language, List<HelpTopic>> topics = new EnumMap<>(Language.class);

    HelpBook() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:help/*/*.md");
        for (var language : Language.values()) {
            var read = new java.util.ArrayList<HelpTopic>();
            for (var file : files) {
                if (language(file) == language) {
                    read.add(topic(file, language));
                }
            }
            read.sort(Comparator.comparing(HelpTopic::page));
            topics.put(language, List.copyOf(read));
        }
    }

    List<HelpTopic> all(Language language) {
        return Objects.requireNonNull(topics.get(language));
    }

    /** What helps on a page: the topic of the longest address it lies below. */
    Optional<HelpTopic> on(String path, Language language) {
        return all(language).stream()
                .filter(topic -> topic.covers(path))
                .max(Comparator.comparingInt(topic -> topic.page().length()));
    }

    /** Topics that hold every word asked for, whatever its accents. */
    List<HelpTopic> about(String words, Language language) {
        var asked = SearchText.plain(words).strip().split("\\s+");
        return all(language).stream()
                .filter(topic -> List.of(asked).stream().allMatch(topic.folded()::contains))
                .toList();
    }

    private static HelpTopic topic(Resource file, Language language) throws IOException {
        var text = file.getContentAsString(StandardCharsets.UTF_8);
        var end = text.indexOf('\n');
        if (!text.startsWith("# ") || end < 0) {
            throw new IllegalStateException("the first line of %s is no title".formatted(name(file)));
        }
        var title = text.substring(2, end).strip();
        var body = Parser.builder().build().parse(text.substring(end));
        var html = HtmlRenderer.builder()
                .escapeHtml(true)
                .attributeProviderFactory(_ -> (node, _, attributes) -> dress(node, attributes, language))
                .build()
                .render(body);
        var plain = TextContentRenderer.builder().build().render(body);
        return new HelpTopic(page(file), title, html, SearchText.plain(title + " " + plain));
    }

    private static void dress(Node node, Map<String, String> attributes, Language language) {
        switch (node) {
            case Paragraph _ -> attributes.put("class", "govuk-body");
            case Heading _ -> attributes.put("class", "govuk-heading-m");
            case BulletList _ -> attributes.put("class", "govuk-list govuk-list--bullet");
            case OrderedList _ -> attributes.put("class", "govuk-list govuk-list--number");
            case Link link -> {
                attributes.put("class", "govuk-link");
                if (link.getDestination().startsWith("/")) {
                    attributes.put("href", language.link(link.getDestination()));
                }
            }
            default -> {}
        }
    }

    private static Language language(Resource file) {
        return name(file).endsWith("_en.md") ? Language.ENGLISH : Language.GREEK;
    }

    private static String page(Resource file) {
        return "/" + name(file).replaceFirst("(_en)?\\.md$", "").replace('-', '/');
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }
}
