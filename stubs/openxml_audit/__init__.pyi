from pathlib import Path

class ValidationError: ...

class ValidationResult:
    errors: list[ValidationError]

class OpenXmlValidator:
    def __init__(self) -> None: ...
    def validate(self, path: str | Path) -> ValidationResult: ...
