package org.opensocialnet.desk;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.web.Words;

/**
 * A kind of records that members open at the desk, as a bean, so that the first page leads back to them. The page of a
 * record notes it: {@code opened.note("service", id)}.
 */
public interface OpenedKind {

    /** The kind's code, as the room notes it. */
    String code();

    /** Those of the records that the member whose sight holds may see, as they are called now. */
    Map<UUID, DeskSearch.Hit> known(Collection<UUID> records, Words t);
}
