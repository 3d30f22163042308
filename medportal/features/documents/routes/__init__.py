"""Plain HTTP of documents: files come in as raw bodies, pictures and originals go out to whom they belong."""

from starlette.routing import Route

from medportal.features.documents.routes import incoming, outgoing
from medportal.features.documents.routes.shown import SHOWN
from medportal.features.documents.routes.viewed import VIEWED
from medportal.ui.private import private

ROUTES = [
    *SHOWN,
    *VIEWED,
    Route("/files", incoming.put_file, methods=["PUT"]),
    Route("/files/{document_id}/finish", incoming.finish, methods=["POST"]),
    Route("/files/{document_id}/parts", incoming.discard, methods=["DELETE"]),
    Route("/files/{document_id}/parts/{ordinal:int}", incoming.discard, methods=["DELETE"]),
    Route("/files/{document_id}/thumbnail", outgoing.thumbnail, methods=["GET"]),
    Route("/files/{document_id}/pages/{number:int}", outgoing.page, methods=["GET"]),
    Route("/files/{document_id}/pages/{number:int}/thumbnail", outgoing.thumbnail, methods=["GET"]),
    Route("/files/{document_id}/original", outgoing.original, methods=["GET"]),
    Route("/files/{document_id}/signature", outgoing.signature, methods=["GET"]),
    Route("/private/documents/{document_id}", private(outgoing.values), methods=["GET"]),
]
