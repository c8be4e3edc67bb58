package org.opensocialnet.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.evidence.Evidence;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.shortfall.Declared;
import org.opensocialnet.shortfall.Reading;
import org.springframework.context.ConfigurableApplicationContext;

/** What the benchmark does with coverage: what the matrix page asks and reads, before it is drawn. */
public final class CoverageWork {

    private final Evidence evidence;

    public CoverageWork(ConfigurableApplicationContext program) {
        evidence = program.getBean(Evidence.class);
    }

    /** Milliseconds for the matrix of a day; the first of a day gathers it and passes it through the gate. */
    public double matrix(LocalDate day) {
        long before = System.nanoTime();
        var view = View.of(day);
        var matrix = Matrix.of(new Reading(picture(day), Declared.usual(), Set.of()), null, view, List.of());
        if (matrix.rows().isEmpty()) {
            throw new IllegalStateException("the benchmark's city has figures on " + day);
        }
        return (System.nanoTime() - before) / 1e6;
    }

    private Picture picture(LocalDate day) {
        return new Sight(Uuid7.next(), null, "coordinator", Reach.NETWORK, "desk", "here").call(() -> evidence.at(day));
    }
}
