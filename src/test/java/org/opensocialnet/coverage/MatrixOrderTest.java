package org.opensocialnet.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensocialnet.coverage.View.Across;
import org.opensocialnet.coverage.View.Show;
import org.opensocialnet.evidence.Span;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Sketch;

/** In which order the matrix says what is missing. */
class MatrixOrderTest {

    @Test
    void theMatrixBeginsWithWhatIsMissingMost() {
        var reading = new Sketch()
                .counted("sign-language", "disabled", 0, 9)
                .counted("legal-aid", "migrants", 60, 100)
                .counted("laundry", "homeless", 50, 0)
                .offered("wash", "laundry", "homeless")
                .wrote("wash", "laundry")
                .read();
        var view = new View(Sketch.DAY, Span.THIRTY_DAYS, null, Across.GROUP, Show.ALL, "", "", "", "", "worst", false);

        var matrix = Matrix.of(reading, null, view, List.of());

        assertThat(matrix.rows()).extracting(Matrix.Row::type).containsExactly("sign-language", "legal-aid", "laundry");
        assertThat(Set.copyOf(matrix.columns())).isEqualTo(Set.of("disabled", "migrants", "homeless"));
        assertThat(matrix.worst(1).getFirst().cell()).isEqualTo(Cell.of("sign-language", "disabled"));
        assertThat(matrix.count(Show.DEFICIT)).isEqualTo(2);
        var deficits =
                new View(Sketch.DAY, Span.THIRTY_DAYS, null, Across.GROUP, Show.DEFICIT, "", "", "", "", "name", false);
        assertThat(Matrix.of(reading, null, deficits, List.of()).rows()).hasSize(2);
    }
}
