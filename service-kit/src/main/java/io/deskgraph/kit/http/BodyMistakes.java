package io.deskgraph.kit.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import java.util.List;

/** Says what is wrong with a JSON body, where, and nothing about how it is read. */
final class BodyMistakes {

    private BodyMistakes() {}

    static Problem explain(JacksonException invalid) {
        if (invalid.getCause() instanceof Problem problem) {
            return problem;
        }
        JacksonException reason = invalid.getCause() instanceof JacksonException inner ? inner : invalid;
        return isMalformed(reason)
                ? Problem.invalid("Malformed JSON", List.of(Detail.of(List.of(), position(reason))))
                : Problem.invalid("Validation failed", List.of(Detail.of(path(invalid, reason), text(reason))));
    }

    private static boolean isMalformed(JacksonException reason) {
        if (reason instanceof JsonMappingException) {
            return reason.getOriginalMessage().startsWith("Trailing token");
        }
        return !(reason instanceof InputCoercionException);
    }

    private static String position(JacksonException invalid) {
        if (invalid instanceof StreamConstraintsException) {
            return "Too deeply nested, or a name or value is too long";
        }
        JsonLocation at = invalid.getLocation();
        String what = invalid.getOriginalMessage().startsWith("Duplicate field") ? "Duplicate member, line " : "Line ";
        return at == null ? "Unreadable" : what + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The binding's path; inside free-form values, which it does not follow, the parser knows better. */
    private static List<Object> path(JacksonException invalid, JacksonException reason) {
        List<Object> bound = invalid instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(BodyMistakes::step).toList()
                : List.of();
        boolean stopped = reason instanceof WireText.UncleanText || reason instanceof InputCoercionException;
        List<Object> read = stopped && reason.getProcessor() instanceof JsonParser parser
                ? ParserPath.of(parser.getParsingContext())
                : List.of();
        return read.size() > bound.size() ? read : bound;
    }

    private static Object step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName();
    }

    private static String text(Throwable reason) {
        if (reason instanceof InputCoercionException) {
            return "Number out of range";
        }
        if (reason instanceof InvalidFormatException format) {
            return WireTypes.explain(format);
        }
        if (reason instanceof MismatchedInputException mismatch) {
            return isNull(mismatch) ? "Is required" : "Must be " + WireTypes.name(mismatch.getTargetType());
        }
        return "Invalid value";
    }

    private static boolean isNull(MismatchedInputException mismatch) {
        return mismatch.getOriginalMessage().startsWith("Cannot map `null`");
    }
}
