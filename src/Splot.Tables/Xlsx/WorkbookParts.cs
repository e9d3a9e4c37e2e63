namespace Splot.Tables;

/// <summary>A sheet of cells: its name, its part, and whether it is hidden.</summary>
internal sealed record WorkbookSheet(string Name, string Path, bool IsHidden);

/// <summary>Where the parts of a workbook lie.</summary>
internal sealed record WorkbookParts(IReadOnlyList<WorkbookSheet> Sheets, string SharedStrings, string Styles, bool CountsFrom1904)
{
    private const int MaxSheets = 10_000;
    private const string DefaultWorkbook = "xl/workbook.xml";

    public WorkbookSheet? Find(string name) =>
        Sheets.FirstOrDefault(sheet => sheet.Name == name) ?? Sheets.FirstOrDefault(sheet => sheet.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The refusal of an archive that is no such workbook; null if it is one.</summary>
    public static TableRefusal? ForeignKind(WorkbookArchive archive)
    {
        if (archive.Has(WorkbookPath(archive)))
        {
            return null;
        }

        return archive switch
        {
            _ when archive.Has("xl/workbook.bin") => Refusals.Unsupported("a binary workbook (.xlsb)", "Save it as .xlsx or CSV."),
            _ when archive.Has("word/document.xml") => Refusals.Unsupported("a word processor's document", "Copy its table into a spreadsheet and save it as .xlsx or CSV."),
            _ when archive.Has("content.xml") => Refusals.Unsupported("an OpenDocument file", "Save it as .xlsx or CSV."),
            _ => Refusals.Unsupported("an archive without a workbook", "Unpack it and give the list inside."),
        };
    }

    public static WorkbookParts Read(WorkbookArchive archive)
    {
        var workbook = WorkbookPath(archive);
        var folder = Folder(workbook);
        var relations = Relations(archive, FormattableString.Invariant($"{folder}_rels/{workbook[folder.Length..]}.rels"), folder);
        var sheets = new List<WorkbookSheet>();
        var from1904 = false;
        using var scanner = archive.Scan(workbook)!;
        XmlToken token;
        while ((token = scanner.Read()) != XmlToken.End)
        {
            if (token != XmlToken.Start)
            {
                continue;
            }

            if (scanner.Name.SequenceEqual("workbookPr"u8))
            {
                from1904 = scanner.Attribute("date1904"u8) is "1" or "true" or "on";
            }
            else if (scanner.Name.SequenceEqual("sheet"u8) && sheets.Count < MaxSheets)
            {
                var relation = relations.FirstOrDefault(one => one.Id == (RelationId(scanner) ?? string.Empty));
                if (relation is not null && relation.Kind is "worksheet" && archive.Has(relation.Path))
                {
                    sheets.Add(new WorkbookSheet(scanner.Attribute("name"u8) ?? string.Empty, relation.Path, scanner.Attribute("state"u8) is "hidden" or "veryHidden"));
                }
            }
        }

        return new WorkbookParts(
            sheets,
            relations.FirstOrDefault(one => one.Kind == "sharedStrings")?.Path ?? folder + "sharedStrings.xml",
            relations.FirstOrDefault(one => one.Kind == "styles")?.Path ?? folder + "styles.xml",
            from1904);
    }

    private static string? RelationId(XmlScanner scanner) => scanner.Attribute("r:id"u8) ?? scanner.Attribute("id"u8) ?? scanner.Attribute("d3p1:id"u8);

    private static string WorkbookPath(WorkbookArchive archive) =>
        Relations(archive, "_rels/.rels", string.Empty).FirstOrDefault(one => one.Kind == "officeDocument" && one.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))?.Path is { } path && archive.Has(path)
            ? path
            : DefaultWorkbook;

    private static List<Relation> Relations(WorkbookArchive archive, string path, string folder)
    {
        var relations = new List<Relation>();
        using var scanner = archive.Scan(path);
        while (scanner is not null && scanner.Read() is var token && token != XmlToken.End && relations.Count < MaxSheets)
        {
            if (token == XmlToken.Start && scanner.Name.SequenceEqual("Relationship"u8))
            {
                var kind = scanner.Attribute("Type"u8) ?? string.Empty;
                relations.Add(new Relation(scanner.Attribute("Id"u8) ?? string.Empty, kind[(kind.LastIndexOf('/') + 1)..], Absolute(folder, scanner.Attribute("Target"u8) ?? string.Empty)));
            }
        }

        return relations;
    }

    private static string Absolute(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target.TrimStart('/');
        }

        while (target.StartsWith("../", StringComparison.Ordinal))
        {
            target = target[3..];
            folder = Folder(folder.TrimEnd('/'));
        }

        return folder + (target.StartsWith("./", StringComparison.Ordinal) ? target[2..] : target);
    }

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private sealed record Relation(string Id, string Kind, string Path);
}
