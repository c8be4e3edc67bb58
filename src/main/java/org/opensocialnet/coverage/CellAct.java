package org.opensocialnet.coverage;

import java.time.LocalDate;
import org.opensocialnet.access.Permission;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.web.Words;

/** Something a member can do about a cell, such as asking for help with it; a bean of a room above, shown on the cell's page. */
public interface CellAct {

    /** Who may do it; to others it is not shown. */
    Permission permission();

    /** The words of its link. */
    String words(Words t);

    /** Where it leads, without language. The cell's zone and group are {@code "*"} where it is of all. */
    String path(Cell cell, LocalDate day);

    /** Whether it is offered for a cell that stands so: usually, where there is a deficit. */
    default boolean fits(Read read) {
        return read.isDeficit();
    }
}
