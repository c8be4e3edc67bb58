package org.opensocialnet.messaging;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.opensocialnet.mail.OneLine;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A letter's document read as plain text, so that both forms say the same. Templates are well-formed (every tag closed)
 * and use few tags: p, h1, h2, ul, ol, li, a, strong, em, div, hr, br and the table of facts; what is hidden from screen
 * readers is left out here too.
 */
final class PlainText {

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /** The title is the letter's subject. */
    record Read(String title, String text) {}

    static Read of(String document) {
        var root = parse(document).getDocumentElement();
        var title = OneLine.of(root.getElementsByTagName("title").item(0).getTextContent());
        var plain = new PlainText();
        plain.children(root.getElementsByTagName("body").item(0));
        return new Read(title, plain.text.toString().strip().replaceAll("\n{3,}", "\n\n") + "\n");
    }

    private static Document parse(String document) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(document.strip())));
        } catch (SAXException e) {
            throw new IllegalArgumentException("a letter's template is not well-formed: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void children(Node node) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child) {
                case Element element -> element(element);
                default -> words(child.getTextContent());
            }
        }
    }

    private void element(Element element) {
        if (element.getAttribute("aria-hidden").equals("true")) {
            return;
        }
        switch (element.getTagName()) {
            case "p", "h1", "h2", "h3", "ul", "ol", "table", "section" -> block("\n\n", element);
            case "div", "tr" -> block("\n", element);
            case "li" -> {
                breakTo("\n");
                text.append("- ");
                children(element);
            }
            case "th" -> {
                children(element);
                text.append(": ");
            }
            case "br" -> text.append('\n');
            case "hr" -> {
                breakTo("\n\n");
                text.append("--\n");
            }
            case "a" -> link(element);
            default -> children(element);
        }
    }

    private void block(String gap, Element element) {
        breakTo(gap);
        children(element);
        breakTo(gap);
    }

    /** Text: address. An address that is its own text stands once. */
    private void link(Element element) {
        var href = element.getAttribute("href").replaceFirst("^mailto:", "");
        var before = text.length();
        children(element);
        if (!text.substring(before).strip().equals(href)) {
            text.append(":\n").append(href);
        }
    }

    /** Browsers see runs of white space as one space; so do we. */
    private void words(String raw) {
        var collapsed = raw.replaceAll("\\s+", " ");
        var atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(atStart ? collapsed.stripLeading() : collapsed);
    }

    private void breakTo(String gap) {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty() && !text.toString().endsWith(gap)) {
            text.append(gap);
        }
    }
}
