package org.opensocialnet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Problem;
import org.opensocialnet.workspace.FormToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says no in the frame of the desk to whoever sits there, so that the way on stays where it was. */
@Component
class DeskProblems implements Problem.Surrounding {

    private final Workplaces workplaces;
    private final ObjectProvider<FormToken.Source> tokens;

    DeskProblems(Workplaces workplaces, ObjectProvider<FormToken.Source> tokens) {
        this.workplaces = workplaces;
        this.tokens = tokens;
    }

    @Override
    public Optional<ModelAndView> around(Problem problem, HttpServletRequest request) {
        return Present.at(request).map(me -> page(problem, me, request));
    }

    private ModelAndView page(Problem problem, SignedIn me, HttpServletRequest request) {
        var page = new ModelAndView("desk/problem").addObject("page", problem).addObject("me", me);
        Entrance.sight(me, request).run(() -> workplaces.lay(page, me, request.getRequestURI()));
        tokens.orderedStream()
                .flatMap(source -> source.of(request).stream())
                .findFirst()
                .ifPresent(token -> page.addObject(FormToken.class.getName(), token));
        return page;
    }
}
