package org.opensocialnet.imports;

import java.io.IOException;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.intake.Intake;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.IntakeOptions.Extent;
import org.opensocialnet.intake.IntakeReport;
import org.opensocialnet.parcels.HsdsFile;
import org.opensocialnet.parcels.RowSink;

/** Reads a file into an intake, telling how far it is: the same for a look and for good. */
final class Taking {

    static final String READING = "reading";
    static final String COMPARING = "comparing";
    static final String BRINGING_IN = "bringing-in";
    static final String TAKING_BACK = "taking-back";

    private Taking() {}

    static IntakeOptions options(Load load, HsdsFile file, boolean look) throws IOException {
        return new IntakeOptions(look, false, load.everything() ? Extent.WHOLE_SOURCE : file.extent(), false);
    }

    static IntakeReport take(HsdsFile file, Intake intake, Progress progress, String then) throws IOException {
        progress.step(READING, null);
        file.read(RowSink.into(intake).counted(() -> progress.advance(1)), _ -> {});
        progress.step(then, null);
        return intake.finish();
    }
}
