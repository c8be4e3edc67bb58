package org.opensocialnet.desk;

/**
 * What helps on one page of the desk, in one language.
 *
 * @param page the page's address without language
 * @param html the text, made of Markdown, with nothing in it that somebody typed at run time
 * @param folded title and text as the search compares them
 */
record HelpTopic(String page, String title, String html, String folded) {

    /** Whether a page lies at or below this topic's. */
    boolean covers(String path) {
        return path.equals(page) || path.startsWith(page + "/");
    }
}
