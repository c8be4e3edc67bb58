package org.opensocialnet.desk;

import java.util.function.Function;
import org.opensocialnet.access.Permission;
import org.opensocialnet.web.Words;

/**
 * A page of the desk's side navigation, as a bean; members without the permission do not see it.
 *
 * @param group which part of the navigation it stands in
 * @param order lower ones first
 * @param path the page's address without language, such as "/desk/notices"
 */
public record DeskEntry(Group group, int order, String path, Permission permission, Function<Words, String> words) {

    /** The parts of the navigation, in their order. */
    public enum Group {
        TODAY,
        PEOPLE,
        DIRECTORY,
        NETWORK,
        ADMINISTRATION
    }
}
