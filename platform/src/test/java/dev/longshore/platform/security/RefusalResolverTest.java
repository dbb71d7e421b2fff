package dev.longshore.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.json.JsonMapper;

class RefusalResolverTest {
    @Test
    void who_lacks_the_role_is_told_so_and_the_log_has_who_tried_what() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(RefusalResolver.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        MockHttpServletRequest request = new MockHttpServletRequest("DELETE", "/api/v1/jobs/%0AINFO%20forged");
        request.setUserPrincipal(() -> "anna");
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            new RefusalResolver(JsonMapper.shared()).handle(request, response, new AccessDeniedException("no"));
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("/forbidden\"");
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Refused, the role does not suffice: user=anna call=DELETE" + " /api/v1/jobs/%0AINFO%20forged");
    }
}
