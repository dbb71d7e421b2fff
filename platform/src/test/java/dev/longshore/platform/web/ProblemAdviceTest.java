package dev.longshore.platform.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.util.List;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

class ProblemAdviceTest {
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new Rows())
            .setControllerAdvice(new ProblemAdvice())
            .setMessageConverters(new JacksonJsonHttpMessageConverter(json()))
            .build();

    private static JsonMapper json() {
        JsonMapper.Builder json = JsonMapper.builder();
        new WebConfiguration().jsonHabits().customize(json);
        return json.build();
    }

    record Row(@Nullable String name, @Nullable Integer size) {}

    @RestController
    static class Rows {
        @PostMapping("/rows")
        String create(@RequestBody Row row) {
            return String.valueOf(row.name());
        }

        @GetMapping("/rows")
        String find(@RequestParam(defaultValue = "1") int limit, @RequestParam(defaultValue = "") String how) {
            switch (how) {
                case "invalid" ->
                    throw new InvalidRequestException(List.of(
                            new FieldProblem("a", 1, "must be 2"), new FieldProblem("b.c", null, "is required")));
                case "absent" -> throw new NotFoundException("No row 7");
                case "conflict" -> throw new ConflictException("in-use", "Row 7 is in use");
                case "stale" -> throw new PreconditionFailedException("Row 7 has changed");
                case "unconditional" -> throw new PreconditionRequiredException("Send If-Match");
                case "outage" -> throw new IllegalStateException(new SQLException("secret of the inside", "53100"));
                case "damage" -> throw new IllegalStateException(new SQLException("secret of the inside", "23505"));
                case "defect" -> throw new IllegalStateException("secret of the inside");
                default -> {
                    return "row " + limit;
                }
            }
        }
    }

    @Test
    void all_broken_rules_are_told_at_once() throws Exception {
        http.perform(get("/rows?how=invalid"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("a"))
                .andExpect(jsonPath("$.errors[0].rejected").value(1))
                .andExpect(jsonPath("$.errors[1].field").value("b.c"))
                .andExpect(jsonPath("$.errors[1].message").value("is required"));
    }

    @Test
    void an_unknown_field_is_refused_by_name() throws Exception {
        http.perform(post("/rows").contentType(MediaType.APPLICATION_JSON).content("{\"nmae\": \"x\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("nmae"));
    }

    @Test
    void a_value_of_the_wrong_type_is_refused_by_field_and_value() throws Exception {
        http.perform(post("/rows").contentType(MediaType.APPLICATION_JSON).content("{\"size\": \"many\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("size"))
                .andExpect(jsonPath("$.errors[0].rejected").value("many"));
        http.perform(get("/rows?limit=few"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("limit"))
                .andExpect(jsonPath("$.errors[0].rejected").value("few"));
    }

    @Test
    void a_body_that_is_no_json_is_refused_with_its_place() throws Exception {
        http.perform(post("/rows").contentType(MediaType.APPLICATION_JSON).content("{\"name\": "))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", Matchers.containsString("line 1")));
    }

    @Test
    void each_kind_of_refusal_has_its_status_and_type() throws Exception {
        http.perform(get("/rows?how=absent")).andExpect(status().isNotFound());
        http.perform(get("/rows?how=conflict"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type", Matchers.endsWith("/in-use")));
        http.perform(get("/rows?how=stale")).andExpect(status().isPreconditionFailed());
        http.perform(get("/rows?how=unconditional")).andExpect(status().isPreconditionRequired());
    }

    @Test
    void a_database_that_is_away_or_full_is_no_defect() throws Exception {
        http.perform(get("/rows?how=outage"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.type", Matchers.endsWith("/database-unavailable")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("secret"))));
        http.perform(get("/rows?how=damage")).andExpect(status().isInternalServerError());
    }

    @Test
    void a_defect_tells_nothing_of_the_inside() throws Exception {
        http.perform(get("/rows?how=defect"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(Matchers.not(Matchers.containsString("secret"))));
    }
}
