"""The addresses of the researchers' desk; with them all its doors are imported."""

from django.contrib import admin

urlpatterns = admin.site.get_urls()
