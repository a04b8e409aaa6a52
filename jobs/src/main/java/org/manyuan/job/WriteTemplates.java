package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Template;
import org.manyuan.store.TemplateWorkbook;

/** {@code template}: workbooks to fill, made from the contracts. Needs no workspace. */
public final class WriteTemplates {
    private WriteTemplates() {}

    /**
     * Writes that of one dataset.
     *
     * @param file where it goes; nothing is overwritten, it may be a template that somebody has filled
     * @throws UsageException where there is no such dataset, or such a file already
     */
    public static Path of(String dataset, Path file, boolean chinese) {
        Contract contract = Contracts.all().stream()
                .filter(one ->
                        one.dataset().equals(dataset) || one.chineseName().equals(dataset))
                .findFirst()
                .orElseThrow(() -> unknown(dataset));
        if (Files.exists(file)) {
            throw new UsageException(
                    file + " 已经存在，没有覆盖；请用 --out 另写一个文件名。",
                    file + " is there already and was not overwritten; name another file with --out.");
        }
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return TemplateWorkbook.write(file, Template.of(contract, chinese));
    }

    /** Writes those of all datasets into a folder, {@code <dataset>.xlsx}. */
    public static List<Path> all(Path folder, boolean chinese) {
        return Contracts.all().stream()
                .map(contract -> of(contract.dataset(), folder.resolve(contract.dataset() + ".xlsx"), chinese))
                .toList();
    }

    private static UsageException unknown(String dataset) {
        String known = Contracts.all().stream()
                .map(contract -> contract.dataset() + " " + contract.chineseName())
                .sorted()
                .collect(Collectors.joining(", "));
        return new UsageException(
                "没有名为 " + dataset + " 的数据集。可选：" + known.replace(", ", "、"),
                "There is no dataset " + dataset + ". There are: " + known);
    }
}
