package org.opensocialnet.evidence;

import java.time.YearMonth;
import org.opensocialnet.database.Sight;
import org.springframework.context.ApplicationContext;

/** Tells everybody a month, as the nightly job would have when it was over. */
public final class ToldMonths {

    private ToldMonths() {}

    public static boolean tell(ApplicationContext context, YearMonth month) {
        return Sight.job("evidence")
                .call(() -> context.getBean(OpenMonths.class).tell(month));
    }
}
