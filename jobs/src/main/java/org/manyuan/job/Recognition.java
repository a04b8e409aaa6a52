package org.manyuan.job;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.Binding;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.FoundHeader;
import org.manyuan.contract.Header;
import org.manyuan.contract.HeaderMatch;
import org.manyuan.contract.Mapping;
import org.manyuan.contract.MappingException;
import org.manyuan.contract.Match;
import org.manyuan.contract.NoteSheet;
import org.manyuan.contract.Problem;
import org.manyuan.contract.ProblemCode;
import org.manyuan.contract.SourceCells;
import org.manyuan.contract.SourceName;
import org.manyuan.contract.Wording;
import org.manyuan.store.Refusal;
import org.manyuan.store.RefusedFile;
import org.manyuan.store.SourceFile;
import org.manyuan.store.SourcePart;
import org.manyuan.store.SourceText;
import org.manyuan.store.TemplateSheets;

/**
 * Finds out what a file is: by a mapping whose pattern fits its name, else by its name and header. Every sheet with content must be
 * understood, or the file is refused: a sheet that is dropped in silence is data that is lost. A sheet of notes beside data is left out
 * and told.
 *
 * @param mappings those beside the files first, then those that come with Manyuan
 * @param scratch where texts made from workbooks and foreign encodings go
 * @param limits the largest that is read
 */
record Recognition(MappingFiles mappings, Path scratch, LimitSettings limits) {
    /** The texts of a file by dataset; none, and the draft refused, where it is not understood. */
    List<SourcePart> of(ReceiptDraft draft) {
        if (draft.handIn().refusal().isPresent()) {
            draft.refuse(draft.handIn().refusal().orElseThrow());
            return List.of();
        }
        List<Problem> broken = broken(draft.handIn());
        if (!broken.isEmpty()) {
            draft.refuse("", broken);
            return List.of();
        }
        Optional<Mapping> mapping = mapping(draft.handIn());
        try {
            return mapping.isPresent() ? mapped(draft, mapping.get()) : byHeader(draft);
        } catch (RefusedFile refusal) {
            draft.refuse(refusal);
            return List.of();
        }
    }

    /**
     * What a file's name says about its content, beyond what stands in it: the mapping that fits, the dataset, a code or a day. The
     * same bytes under two names that say the same are the same file.
     */
    String meaning(HandIn handIn) {
        SourceName name = handIn.name();
        return mapping(handIn)
                .map(mapping -> "mapping " + mapping.meaning(name))
                .orElseGet(() -> "header " + HeaderMatch.meaning(Contracts.all(), name));
    }

    /** The mappings that may speak of a file and cannot be read. */
    private List<Problem> broken(HandIn handIn) {
        return mappings.broken().stream()
                .filter(each -> each.isFor(handIn))
                .map(each -> new Problem(
                        ProblemCode.BROKEN_MAPPING,
                        "",
                        0,
                        new Wording(each.why().chinese(), each.why().getMessage())))
                .toList();
    }

    /** Of equals the first: the nearest stands first. */
    private Optional<Mapping> mapping(HandIn handIn) {
        return mappings.readable().stream()
                .filter(each -> each.isFor(handIn))
                .map(PlacedMapping::mapping)
                .reduce((first, next) -> next.said() > first.said() ? next : first);
    }

    /** Whether the mapping of a file says that it replaces only the keys it holds. */
    boolean patches(HandIn handIn) {
        return mapping(handIn).map(Mapping::patch).orElse(false);
    }

    private List<SourcePart> byHeader(ReceiptDraft draft) {
        SourceFile file = SourceFile.recognise(draft.handIn().file(), scratch, null, (char) 0, limits);
        draft.hiddenSheets(file.hiddenSheets());
        List<SourcePart> parts = new ArrayList<>();
        Map<String, List<Problem>> notes = new LinkedHashMap<>();
        for (SourceText text : data(file)) {
            List<Header> heads = text.heads(limits.headerLines(), limits.columns());
            if (heads.isEmpty()) {
                throw RefusedFile.whole(Refusal.EMPTY, text.fileName(), "");
            }
            FoundHeader found = HeaderMatch.find(
                    Contracts.all(),
                    heads,
                    text.notes().merged(),
                    draft.handIn().name());
            Match match = found.match();
            if (match.binding() == null) {
                if (isNotes(text, heads)) {
                    notes.put(text.sheet(), match.problems());
                } else {
                    draft.refuse(text.sheet(), match.problems());
                }
            } else {
                String dataset = match.binding().contract().dataset();
                List<Problem> merged = merged(text, found);
                if (!merged.isEmpty()) {
                    draft.refuse(text.sheet(), merged);
                }
                draft.ignored(text.sheet(), dataset, found.line(), match.ignored());
                draft.noted(text.sheet(), dataset, text.notes());
                parts.add(part(draft, text, found.line(), match.binding()));
            }
        }
        if (parts.isEmpty() && !draft.refused()) {
            notes.forEach(draft::refuse);
        } else {
            notes.keySet().forEach(draft::skipped);
        }
        return draft.refused() ? List.of() : parts;
    }

    /** Columns that are read and whose cells below the header are merged over several lines: all but the first would be read as empty. */
    private static List<Problem> merged(SourceText text, FoundHeader found) {
        SourceCells cells = found.match().binding().cellsOnLine();
        return text.notes().tall().stream()
                .filter(area -> area.firstLine() > found.line() && cells.isRead(area.firstCell()))
                .map(area -> new Problem(
                        ProblemCode.MERGED_ROWS,
                        cells.header(area.firstCell()).orElse(""),
                        area.firstLine(),
                        new Wording(
                                "如第 " + area.firstLine() + "–" + area.lastLine() + " 行",
                                "e.g. lines " + area.firstLine() + "–" + area.lastLine())))
                .toList();
    }

    /** Whether it is a sheet of a workbook that only people read, and no dataset's header is near it. */
    private static boolean isNotes(SourceText text, List<Header> heads) {
        return !text.sheet().isEmpty()
                && NoteSheet.is(text.sheet(), text.first(NoteSheet.MOST_LINES + 1))
                && !HeaderMatch.isNear(Contracts.all(), heads, text.notes().merged());
    }

    /** Without the sheets of a template that are there for people only. */
    private static List<SourceText> data(SourceFile file) {
        return file.texts().stream().filter(text -> !TemplateSheets.isOne(text)).toList();
    }

    private List<SourcePart> mapped(ReceiptDraft draft, Mapping mapping) {
        if (mapping.noData().isPresent()) {
            draft.noData(mapping.noData().get());
            return List.of();
        }
        SourceFile file = opened(draft.handIn().file(), mapping);
        List<SourceText> texts = data(file).stream()
                .filter(each -> mapping.sheet() == null || each.sheet().equals(mapping.sheet()))
                .toList();
        if (texts.isEmpty()) {
            String found = file.texts().stream().map(SourceText::sheet).collect(Collectors.joining(", "));
            draft.refuse("", List.of(new Problem(ProblemCode.MISSING_SHEET, mapping.sheet(), 0, found)));
        }
        draft.hiddenSheets(file.hiddenSheets());
        List<SourcePart> parts = new ArrayList<>();
        for (SourceText text : texts) {
            Header header = text.header(mapping.headerRow());
            try {
                mapping.bind(header, draft.handIn().name())
                        .forEach(binding -> parts.add(part(draft, text, header.line(), binding)));
            } catch (MappingException e) {
                draft.refuse(text.sheet(), e.problems());
            }
        }
        return draft.refused() ? List.of() : parts;
    }

    private SourceFile opened(Path file, Mapping mapping) {
        Charset encoding = mapping.encoding() == null ? null : Charset.forName(mapping.encoding());
        return mapping.widths()
                .map(widths -> SourceFile.ofFixedWidth(file, scratch, encoding, widths, mapping.headerRow(), limits))
                .orElseGet(() -> SourceFile.recognise(file, scratch, encoding, mapping.delimiter(), limits));
    }

    private static SourcePart part(ReceiptDraft draft, SourceText text, int headerLine, Binding binding) {
        return new SourcePart(
                text,
                headerLine,
                binding,
                draft.submissionId(),
                draft.receivedNo(),
                draft.handIn().submitter());
    }
}
